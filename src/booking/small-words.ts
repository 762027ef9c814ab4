/** Words that answer a question about a booking. They expect a text as `plain` makes it: small letters, no accents. */

const YES =
  /^(ja|jaja|jawel|yes|yep|sure|ok|oke|okay|okee|prima|goed|perfect|in orde|akkoord|doe maar|top|fine|great|klopt|dat klopt|dat is (goed|juist|ok|in orde)|dat past|graag|(ik |we |i |we )?bevestig(en)?|confirm|leg (het )?(maar )?vast|boek (het )?(maar )?|verplaats (het |ze )?(maar )?|annuleer (het |ze )?(maar )?)\b[^?]{0,40}$/
const NO =
  /^(nee|neen|no|nope|toch niet|liever niet|laat (het )?maar( zitten)?|vergeet het|never ?mind|forget it|hou ze|behoud)\b[^?]{0,30}$/
const DROP =
  /\b(toch niet( meer)?|laat (het )?maar( zitten)?|vergeet het|hoeft niet( meer)?|niet meer nodig|annuleer|annuleren|stop(pen)?|never ?mind|forget it|cancel|no thank you|no thanks|nee bedankt|neen bedankt|nee dank)\b/
const WITHOUT_MAIL = /\b(zonder|geen|without|no) (e-?)?(mail(adres)?|mail address|adres|address)\b/
const OTHER_MOMENT = /\b(een )?(ander|andere|another|other|different) (moment|dag|datum|uur|date|day|time)\b/
const PREFERS =
  /\b(liever(?! niet)|eerder|vroeger|later|in (de )?plaats|doe (dan )?maar|rather|instead|earlier|prefer)\b/
const OWN_BOOKINGS =
  /^(?:en |and )?(?:(?:wat|wanneer|welke (?:sessies?|boekingen?|workshops?)) (?:heb|hebben) (?:ik|we|wij) (?:nu |al |allemaal |hier |bij jullie |precies )*(?:geboekt|gereserveerd|vastgelegd)|(?:(?:toon|geef)(?: mij| me| ons)?(?: eens)?|wat zijn|welke zijn|(?:een )?(?:overzicht|lijst) van) (?:al )?(?:mijn|onze) (?:boekingen|reservaties)|(?:mijn|onze) (?:boekingen|reservaties)|what (?:have|did) (?:i|we) book(?:ed)?|(?:show|list)(?: me)? (?:my|our) bookings|(?:what are )?(?:my|our) bookings)[?.! ]*$/
const WAITING_LIST = /\b(wachtlijst|reservelijst|waiting ?list|wait ?list)\b/
const SWAP =
  /\b(ruil(en)?|wissel(en)?|omwissel(en)?|swap|switch|andere (dag|datum|groep)|met groep|lukt (me |ons )?niet|kan(nen)? (we |ik )?niet|kunnen (we )?niet|past (me |ons )?niet|cannot make|can't make|other (day|date|group)|verplaats\w*|verzet\w*)\b/
const DAY_NUMBER =
  /\b(?:dag|day|sessie|session|bijeenkomst) (\d)\b|\b(eerste|tweede|derde|vierde|vijfde|zesde|laatste|first|second|third|fourth|fifth|sixth|last|1ste|2de|3de|4de|5de|6de|1e|2e|3e|4e|5e|6e) (?:dag|datum|sessie|bijeenkomst|day|date|session|meeting)\b/

export const saysYes = (text: string): boolean =>
  YES.test(text) && !/\b(maar|toch|liever) (op|om|niet|met|in)\b/.test(text)
export const saysNo = (text: string): boolean => NO.test(text)
export const letsGo = (text: string): boolean => DROP.test(text) && text.split(' ').length <= 12
export const wantsNoMail = (text: string): boolean => WITHOUT_MAIL.test(text)
export const wantsOtherMoment = (text: string): boolean => OTHER_MOMENT.test(text)
export const prefersSomething = (text: string): boolean => PREFERS.test(text)
export const asksOwnBookings = (text: string): boolean => OWN_BOOKINGS.test(text)
export const wantsToWait = (text: string): boolean => WAITING_LIST.test(text)
export const wantsSwap = (text: string): boolean => SWAP.test(text)

/** Whether words can be an answer, or a question, about something that is held or booked already. */
export const answersBooking = (text: string): boolean =>
  saysYes(text) ||
  saysNo(text) ||
  letsGo(text) ||
  wantsNoMail(text) ||
  asksOwnBookings(text) ||
  namedReference(text) !== null

/**
 * Which day of a path is meant: `dag 2`, `de tweede datum`; null when none is named.
 *
 * @param days how many the path has, for `de laatste dag`.
 */
export function namedDay(text: string, days: number): number | null {
  const match = DAY_NUMBER.exec(text)
  if (match === null) return null
  const digit = match[1] ?? /^\d/.exec(match[2] ?? '')?.[0]
  if (digit !== undefined) return within(Number(digit), days)
  if (/^(laatste|last)$/.test(match[2] ?? '')) return days
  const rows = [
    ['eerste', 'first'],
    ['tweede', 'second'],
    ['derde', 'third'],
    ['vierde', 'fourth'],
    ['vijfde', 'fifth'],
    ['zesde', 'sixth'],
  ]
  return within(rows.findIndex((row) => row.includes(match[2] ?? '')) + 1, days)
}

/** Which of several offers is chosen by its place: `de tweede`, `optie 2`, `2`; null when none is. */
export function namedPlace(text: string, count: number): number | null {
  const match =
    /^(?:(?:ok|oke|ja|yes|graag|liefst|doe|maar|dan|the|de|het|optie|option|nummer|groep|group|keuze) )*(eerste|tweede|derde|laatste|first|second|third|last|[1-9])(?:e|ste|de)?\b[^?]{0,25}$/.exec(
      text,
    )
  const word = match?.[1]
  if (word === undefined) return null
  if (/^(laatste|last)$/.test(word)) return count
  const digit = /^\d/.exec(word)
  const rows = [
    ['eerste', 'first'],
    ['tweede', 'second'],
    ['derde', 'third'],
  ]
  return within(digit ? Number(digit[0]) : rows.findIndex((row) => row.includes(word)) + 1, count)
}

/** A booking's reference in a text; null when there is none. */
export function namedReference(text: string): string | null {
  return /\bsd-\d{4}-\d{4,}\b/.exec(text)?.[0].toUpperCase() ?? null
}

function within(number: number, most: number): number | null {
  return number >= 1 && number <= most ? number : null
}
