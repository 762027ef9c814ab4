import type { Ground } from './ground.js'

/** All a checked sentence may be written with; markup needs characters that are not here. */
const ORDINARY = /^[\p{Script=Latin}\p{M}\d ,.;:!?'"()/%€&+°-]*$/u
const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/giu
const ADDRESS =
  /(?:\b(?:https?|ftp|mailto|javascript|data|file|tel|sms|vbscript|blob|ws|wss)\s*:\s*\/{0,2}|\/\/|\bwww\s*\.)[^\s"<>()]*/giu
const DOMAIN = /(?<![\p{L}\d@.-])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?![\p{L}\d])(?:[/:][^\s"()]*)?/giu
const HIDDEN: readonly RegExp[] = [
  /%[0-9a-f]{2}/i,
  /&#?\w+;/,
  /\bhxxps?\b/i,
  /--/,
  /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/,
  /\(\s*(?:at|apenstaartje|dot|punt|\.)\s*\)/i,
  /\b(?:punt|dot|slash|schuine streep)\s+(?:be|com|net|org|eu|nl|io|dev|info|biz|app|xyz|ru|cn|link|site|online|vlaanderen|brussels|gent|example|test)\b/i,
  /\b\p{L}+\s\.\s?\p{L}{2,}/u,
  /\bapenstaartje\b/i,
  /[\p{L}\d]{32,}/u,
]

/**
 * What of a sentence could lead a reader elsewhere than to the sources it rests on; null when there is nothing.
 *
 * An address may stand there only when it is a source's own or on its host, and stands in the passage; an e-mail
 * address only when it stands in the passage. Everything that is markup, encoded or spelled out fails.
 */
export function foreignLink(sentence: string, grounds: readonly Ground[]): string | null {
  let rest = sentence
  for (const pattern of [MAIL, ADDRESS, DOMAIN]) {
    for (const [found] of rest.matchAll(pattern)) {
      if (!mayStand(found.replace(/[.,;:!?)]+$/, ''), grounds)) return 'link'
    }
    rest = rest.replace(pattern, ' ')
  }
  if (!ORDINARY.test(rest)) return 'markup'
  return HIDDEN.some((pattern) => pattern.test(rest)) ? 'hidden link' : null
}

/** The sentence without the addresses in it, once `foreignLink` has found them to be the sources' own. */
export function withoutAddresses(sentence: string): string {
  return [MAIL, ADDRESS, DOMAIN].reduce((text, pattern) => text.replace(pattern, ' '), sentence)
}

function mayStand(address: string, grounds: readonly Ground[]): boolean {
  return grounds.some((ground) => {
    if (address.includes('@')) return holdsWhole(ground.text, address)
    return sameHost(address, ground.url) && (address === ground.url || holdsWhole(ground.text, address))
  })
}

/** As a whole: "vvsg.be" does not stand in "vvsg.be.example". */
function holdsWhole(text: string, address: string): boolean {
  const lower = text.toLowerCase()
  const sought = address.toLowerCase()
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1)) {
    const [before, after] = [lower[at - 1] ?? ' ', lower.slice(at + sought.length)]
    if (!/[\p{L}\d@.-]/u.test(before) && !/^(?:[\p{L}\d@/-]|\.[\p{L}\d])/u.test(after)) return true
  }
  return false
}

function sameHost(address: string, url: string | null): boolean {
  if (url === null || !URL.canParse(url)) return false
  const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`
  if (!URL.canParse(full)) return false
  const [to, own] = [new URL(full), new URL(url)]
  return /^https?:$/.test(to.protocol) && to.username === '' && bare(to.host) === bare(own.host)
}

function bare(host: string): string {
  return host.replace(/^www\./, '')
}
