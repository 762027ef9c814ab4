import { filledIn } from '../../escalation/canned-texts.js'
import type { Ticket } from '../../escalation/tickets.js'
import type { StaffSession } from '../sign-in/sessions.js'
import { type StaffParts, teamName } from './parts.js'

/** A canned text for a ticket with its places filled in; empty when there is none with this key. */
export function filled(parts: StaffParts, ticket: Ticket, { staff }: StaffSession, key: string): string {
  const found = parts.cannedTexts.find((one) => one.key === key)
  if (found === undefined) return ''
  return filledIn(found.text, {
    lid: ticket.asker.name ?? 'lid',
    bestuur: ticket.asker.body ?? 'uw bestuur',
    referentie: ticket.reference,
    medewerker: staff.name,
    team: teamName(parts, ticket.team),
    telefoon: parts.hours.telephoneNumber,
  }).trim()
}
