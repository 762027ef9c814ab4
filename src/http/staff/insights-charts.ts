import type { Figure } from '../../insights/tables.js'
import { type Html, html } from '../html.js'
import { height } from './insights-figures.js'

/** A piece of a bar: how long, and by which class it is coloured. */
export interface Piece {
  readonly length: number
  readonly look: string
}

/** A lying bar of several pieces against the longest of its kind; for the eye alone, the numbers stand beside it. */
export function bar(pieces: readonly Piece[], most: number): Html {
  let from = 0
  const drawn = pieces.map(({ length, look }) => {
    const wide = share(length, most)
    const piece = html`<rect class="${look}" x="${number(from)}" y="0" width="${number(wide)}" height="10"/>`
    from += wide
    return piece
  })
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="0" width="100" height="10"/>${drawn}</svg>`
}

/** A bar up to a value with a stroke at another. */
export function range(until: number, stroke: number, most: number): Html {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="0" width="100" height="10"/><rect class="reach" x="0" y="2" width="${number(share(until, most))}" height="6"/><rect class="stroke" x="${number(Math.max(0, share(stroke, most) - 0.6))}" y="0" width="1.2" height="10"/></svg>`
}

/** Standing bars, one a figure; what is hidden stands as a low grey one. */
export function columns(figures: readonly Figure[], label: string): Html {
  const most = Math.max(1, ...figures.map(height))
  const drawn = figures.map((figure, at) => {
    const high = typeof figure === 'number' ? (figure / most) * 100 : 2
    const look = typeof figure === 'number' ? 'column' : 'unknown'
    return html`<rect class="${look}" x="${at * 10 + 1}" y="${number(100 - high)}" width="8" height="${number(high)}"/>`
  })
  return html`<svg class="columns" role="img" aria-label="${label}" viewBox="0 0 ${figures.length * 10} 100" preserveAspectRatio="none">${drawn}</svg>`
}

/** A row of cells, the darker the more; `lines` are drawn below the cells for which they hold. */
export function strip(
  figures: readonly Figure[],
  most: number,
  label: string,
  lines: readonly { readonly look: string; readonly holds: (at: number) => boolean }[] = [],
): Html {
  const cells = figures.map(
    (figure, at) => html`<rect class="${shade(figure, most)}" x="${at * 10}" y="0" width="9.4" height="10"/>`,
  )
  const below = lines.map(({ look, holds }, line) =>
    figures.map(
      (_, at) =>
        holds(at) &&
        html`<rect class="${look}" x="${at * 10}" y="${11.5 + line * 2.5}" width="10" height="1.6"/>`,
    ),
  )
  const high = lines.length === 0 ? 10 : 11.5 + lines.length * 2.5
  return html`<svg class="strip${lines.length > 0 && ' lined'}" role="img" aria-label="${label}" viewBox="0 0 ${figures.length * 10} ${high}" preserveAspectRatio="none">${cells}${below}</svg>`
}

/** Shades from pale to dark; small figures are the palest, whatever they are, and what is withheld is grey. */
export const SHADES = ['shade-1', 'shade-2', 'shade-3', 'shade-4', 'shade-5'] as const

function shade(figure: Figure, most: number): string {
  if (figure === 'withheld') return 'unknown'
  if (figure === 'small') return 'shade-0'
  const at = Math.ceil((figure / Math.max(1, most)) * SHADES.length)
  return SHADES[Math.min(SHADES.length, Math.max(1, at)) - 1] ?? 'shade-1'
}

function share(value: number, most: number): number {
  return (Math.max(0, value) / Math.max(1, most)) * 100
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
