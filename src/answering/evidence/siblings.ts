import { credit, NAMED, type SoughtTerm, type StemBag } from './matching.js'

/** Stems of the kinds of body that a rule may hold for apart: what holds for a municipality need not for a police zone. */
const KINDS: readonly (readonly string[])[] = [
  ['gemeent', 'stad', 'sted', 'municipality', 'municipalities'],
  ['ocmw', 'ocmws'],
  ['politiezon', 'pz'],
  ['intercommunal', 'afvalintercommunal', 'igs', 'streekintercommunal'],
  ['agb', 'gemeentebedrijv', 'gemeentebedrijf'],
  ['provincie'],
  ['hulpverleningszon', 'brandweerzon'],
  ['kerkfabriek'],
  ['welzijnsveren'],
]

const NUMBERED = /^(\p{L}+) (\d+)$/u

/**
 * Whether a question is about one of several things of a sort while a passage is about others of that sort: a level or
 * a kind of body that neither the text nor its headings name, where they name another.
 */
export function namesSibling(
  sought: readonly SoughtTerm[],
  { heading, text }: { readonly heading: StemBag; readonly text: StemBag },
): boolean {
  const wholes = new Set([...heading.wholes, ...text.wholes])
  return sought.some((one) => {
    if (Math.max(credit(one, text), credit(one, heading)) >= NAMED) return false
    return [...one.wholes].some((stem) => hasSibling(stem, wholes))
  })
}

function hasSibling(stem: string, named: ReadonlySet<string>): boolean {
  const [, sort] = NUMBERED.exec(stem) ?? []
  if (sort !== undefined) return [...named].some((other) => NUMBERED.exec(other)?.[1] === sort)
  const own = KINDS.find((kind) => kind.includes(stem))
  return own !== undefined && KINDS.some((kind) => kind !== own && kind.some((other) => named.has(other)))
}
