import { isMunicipality } from './municipalities.js'
import { plain } from './tokens.js'
import { monthWord, weekdayWord } from './words.js'

/** Where a session is to take place, as far as it was said. */
export interface Place {
  /** As a view writes it: a municipality's name, or one of {@link PLACES}. */
  readonly name: string
  readonly where: 'member' | 'vvsg' | 'online'
}

/** How a view writes the places that have no name of their own. */
export const PLACES = { member: 'bij het bestuur', vvsg: 'VVSG, Brussel', online: 'online' } as const

const ONLINE =
  /\b(online|digitaal|digitale|virtueel|webinar|via teams|via zoom|ms teams|videocall|videogesprek|video|op afstand|remote(ly)?|van op afstand)\b/
const AT_VVSG =
  /\b((bij|op|in) (de )?vvsg|bij jullie|bij u\b|jullie (kantoor|kantoren|gebouw|lokalen|huis)|bischoffsheimlaan|at (the )?vvsg|your (office|offices|place|building)|in (brussel|brussels|bxl)|vvsg-(huis|gebouw))\b/
const AT_MEMBER =
  /\b(bij ons|langs ?komen|langs te komen|komen? (jullie )?langs|komen geven|ter plaatse|hier (op|in|bij)|(in|op) (ons|onze|het|t) (\w+ )?(gemeentehuis|stadhuis|stadskantoor|administratief centrum|ac|kantoor|dienstencentrum|raadzaal|sociaal huis|ocmw|bibliotheek|gemeentehuizen|huis|vergaderzaal|zaal)|onze (raadzaal|lokalen|vergaderzaal|kantoren|site)|(our|at our) (town hall|city hall|office|offices|place|premises|building)|on ?site|come (over )?to us|at ours|in ?house|in het gemeentehuis|in de raadzaal|op verplaatsing)\b/
const LEAD = /\b(in|te|naar|locatie|plaats|location|venue)\s*:?\s+((?:[\p{L}][\p{L}'’]*)(?:-[\p{L}'’]+)*)/gu
const NOT_A_PLACE =
  /^(het|de|een|ons|onze|principe|totaal|maart|januari|februari|april|mei|juni|juli|week|begin|eind|einde|de|namiddag|voormiddag|t|teams|zoom|vvsg|bijlage|orde|overleg|januari|loop|functie|plaats|service|niveau|boeken|the|our|may|march|person|english|nederlands|nederlandse|engels|het|voorjaar|najaar|herfst|zomer|lente|winter|q\d?)$/

/** "Liever in Hasselt dan in Brussel", "in Gent in plaats van bij jullie". */
const TURNED_DOWN =
  /\b(?:dan|in plaats van|ipv|rather than|instead of) (?:in|bij|op|te|at) (?:de |het |jullie |your )?[\p{L}'’-]+/giu

/**
 * Reads where a session should be: at the member's (`bij ons in Ieper`, `kunnen jullie langskomen`), at VVSG, or
 * online. Null when nothing is said of it.
 */
export function readPlace(whole: string): Place | null {
  const message = whole.replace(TURNED_DOWN, ' ')
  const text = plain(message)
  const town = townIn(message)
  if (AT_VVSG.test(text) && !/\bbij ons\b/.test(text)) return { name: PLACES.vvsg, where: 'vvsg' }
  if (town !== null) return { name: town, where: 'member' }
  if (ONLINE.test(text) && !/\b(niet|geen|not) (online|digitaal|virtueel)\b/.test(text))
    return { name: PLACES.online, where: 'online' }
  return AT_MEMBER.test(text) ? { name: PLACES.member, where: 'member' } : null
}

/** Reads a bare place as the answer to the question where: `Gent`, `gent`, `stadhuis`, `bij ons`. */
export function readBarePlace(message: string): Place | null {
  const words = message.trim().replace(/[.!?]+$/, '')
  const known = isMunicipality(plain(words).replace(/\s+/g, '-'))
  if (known)
    return /^bruss?els?$/i.test(words)
      ? { name: PLACES.vvsg, where: 'vvsg' }
      : { name: capital(words), where: 'member' }
  const place = readPlace(message)
  if (place !== null) return place
  return /^(ons |het |in het |op het )?(gemeentehuis|stadhuis|stadskantoor|raadzaal|sociaal huis|town hall)$/.test(
    plain(words),
  )
    ? { name: PLACES.member, where: 'member' }
    : null
}

/** What kind of place a view's `place` is; null when it has none. */
export function whereOf(place: string | null): Place['where'] | null {
  if (place === null) return null
  if (place === PLACES.vvsg) return 'vvsg'
  return place === PLACES.online ? 'online' : 'member'
}

function townIn(message: string): string | null {
  for (const [, , name = ''] of message.matchAll(LEAD)) {
    const word = plain(name)
    if (NOT_A_PLACE.test(word) || monthWord(word) !== null || weekdayWord(word) !== null) continue
    const capitalised = /^\p{Lu}\p{Ll}/u.test(name)
    if (capitalised || isMunicipality(word)) return /^bruss?els?$/.test(word) ? null : capital(name)
  }
  return loneTown(message)
}

// A municipality that is named by itself (`bij ons Ieper`, `stadhuis mechelen`, `mid-May, Ghent`); after
// `gemeente`, `stad` or `ocmw` it is the body's name, unless it says `bij de stad Gent`.
function loneTown(message: string): string | null {
  for (const { 0: name, index } of message.matchAll(/\p{L}[\p{L}'’]*(?:-[\p{L}'’]+)*/gu)) {
    const word = plain(name)
    if (!isMunicipality(word) || /^bruss?els?$/.test(word)) continue
    const before = plain(message.slice(0, index))
    const building =
      /\b(stadhuis|gemeentehuis|raadzaal|administratief centrum|stadskantoor|dienstencentrum|sociaal huis|huis van de gemeente|cultuurcentrum|bibliotheek|town hall|city hall)\s+(van|te|in|of)\s+$/.test(
        before,
      )
    const body =
      !building &&
      /\b(gemeente|stad|ocmw|pz|politiezone|agb|van|voor|city of|vr|for|bestuur)\s+$/.test(before)
    if (!body || /\b(bij|at|in)\s+(de\s+|het\s+)?(gemeente|stad|ocmw|city of)\s+$/.test(before))
      return capital(name)
  }
  return null
}

function capital(name: string): string {
  const small = /^(op|den|de|aan|ten|ter|het|bij)$/
  return name
    .split('-')
    .map((part) => (small.test(part) ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('-')
}
