import { SLACK_TEXTS } from '../../src/texts/slack.js'

/**
 * A text as Slack's markup shows it literally: no link, no mention, no `@channel` comes of it.
 *
 * @example
 * ```ts
 * escapeMarkup('<!channel> & co') // '&lt;!channel&gt; &amp; co'
 * ```
 */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/**
 * A link in Slack's markup; only for addresses of sources and of the desk itself.
 *
 * @returns the escaped label alone when the address is not one of the web.
 */
export function linkMarkup(url: string, label: string): string {
  const address = webAddress(url)
  const words = escapeMarkup(label.replace(/\s+/g, ' ').trim())
  return address === null ? words : `<${address}|${words.replaceAll('|', '¦')}>`
}

/** The address, safe inside `<...>`; null when it is not http or https. */
export function webAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url)
    if (protocol !== 'http:' && protocol !== 'https:') return null
    return href.replaceAll('&', '&amp;').replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E')
  } catch {
    return null
  }
}

/**
 * What somebody wrote, as they saw it: Slack's markup undone, the mention of the app left out.
 *
 * @param bot user id of the app.
 *
 * @example
 * ```ts
 * plainText('<@U0BOT> Hoeveel leden &gt; 300?', 'U0BOT') // 'Hoeveel leden > 300?'
 * ```
 */
export function plainText(text: string, bot: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => readToken(inside, bot))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()
    .replace(/^[,:;]\s*/, '')
}

export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`)
}

/** Whether a message is meant for another person: it begins with their name and the app's is nowhere in it. */
export function isForAnother(text: string, bot: string): boolean {
  return /^\s*<@[UW][A-Z0-9]+(\|[^>]*)?>/.test(text) && !mentions(text, bot)
}

function readToken(inside: string, bot: string): string {
  const [target = '', label] = splitOnce(inside)
  if (target.startsWith('@')) return target === `@${bot}` ? '' : (label ?? SLACK_TEXTS.somebody)
  if (target.startsWith('#')) return label === undefined ? SLACK_TEXTS.aChannel : `#${label}`
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^', 1).join('')}`
  if (target.startsWith('mailto:')) return target.slice('mailto:'.length)
  if (target.startsWith('tel:')) return label ?? target.slice('tel:'.length)
  return readLink(target, label)
}

function readLink(target: string, label: string | undefined): string {
  const shown = target.replace(/^https?:\/\//, '').replace(/\/$/, '')
  if (label === undefined || label === target || label === shown) return label ?? target
  return `${label} (${target})`
}

function splitOnce(inside: string): readonly [string, string | undefined] {
  const at = inside.indexOf('|')
  return at < 0 ? [inside, undefined] : [inside.slice(0, at), inside.slice(at + 1)]
}
