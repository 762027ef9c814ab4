/** What a member says about a question that was passed on. `reference` is null when none was named. */
export interface TicketTalk {
  readonly kind: 'state' | 'add' | 'withdraw'
  readonly reference: string | null
}

const REFERENCE = /\bvb[-\s]?(\d{4})[-\s]?(\d{4,7})\b/i

const WITHDRAWN =
  /\b(?:niet|niets|niks) meer nodig\b|\bhoeft niet meer\b|\b(?:is|zijn|werd) (?:al |intussen |ondertussen |reeds )?(?:opgelost|in orde)\b|\b(?:intrekken|stopzetten|annuleren)\b|\btrek\b.*\bin\b|\blaat maar(?: zitten| vallen)?\b|\bno longer needed?\b|\bnever ?mind\b|\bwithdraw\b/i

/** Longer than this there is more to it than taking a question back. */
const MOST_WORDS = 14

/** Words in which somebody asks how far it is; with nothing else beside a reference that is all they want to know. */
const STATE_WORDS = new Set(
  `hoe ver hoever staat het met mijn de een onze status stand van zaken is er al iets nieuws nieuw antwoord op over wat wanneer krijg
  komt ik wij we nog geen heb hebben kan kunt u zeggen graag weten mag vraag ticket referentie dossier nummer aub svp alstublieft hallo
  dag beste goedemorgen goeiedag in orde behandeld opgenomen door iemand wie heeft hebt voor al eens zien
  what the of my state progress any news about for please how far along question hello`.split(/\s+/),
)

/**
 * Reads a message about a question that was passed on; null when it is about anything else.
 *
 * With a reference and hardly anything else it asks for the state, with more it adds to that question. Without a
 * reference only taking a question back is recognised, in a short message.
 *
 * @example
 * ```ts
 * readTicketTalk('Hoe ver staat VB-2026-0001?') // { kind: 'state', reference: 'VB-2026-0001' }
 * readTicketTalk('Het is toch niet meer nodig') // { kind: 'withdraw', reference: null }
 * ```
 */
export function readTicketTalk(text: string): TicketTalk | null {
  const reference = referenceIn(text)
  const words =
    text
      .replace(REFERENCE, ' ')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  if (words.length <= MOST_WORDS && WITHDRAWN.test(text)) return { kind: 'withdraw', reference }
  if (reference === null) return null
  return { kind: words.every((word) => STATE_WORDS.has(word)) ? 'state' : 'add', reference }
}

/** The first reference in a text, as it is written on a ticket; null when there is none. */
export function referenceIn(text: string): string | null {
  const match = REFERENCE.exec(text)
  return match ? `VB-${match[1]}-${match[2]}` : null
}
