import type { StaffMember, TicketAction } from '../escalation/actions.js'
import type { StaffDirectory } from '../escalation/staff-directory.js'
import { referenceIn } from '../escalation/ticket-talk.js'
import { CLOSE_REASONS } from '../escalation/tickets.js'
import type { Topics } from '../escalation/topics.js'
import { CLOSE_REASON_NAMES } from '../texts/staff.js'

/** An action on a ticket, typed in words. */
export interface StaffCommand {
  readonly reference: string
  readonly action: TicketAction
}

/** What names in a command are looked up in. */
export interface CommandWords {
  readonly topics: Topics
  readonly staff: StaffDirectory
}

const COMMAND = new RegExp(
  '^(?<verb>opnemen|neem op|claim|vrijgeven|heropenen|heropen|antwoorden|antwoord|vraag terug|terugvragen|notitie|toewijzen|wijs toe|thema|dringend|niet dringend|afsluiten|sluit af|sluiten|sluit)' +
    '\\s+(?<reference>vb[-\\s]?\\d{4}[-\\s]?\\d{4,7})\\s*[:,]?\\s*(?<rest>[\\s\\S]*)$',
  'i',
)

/** One word under a card is enough where nothing can be meant but the action. */
const ALONE = /^(?<verb>opnemen|vrijgeven|heropenen)[.!]?$/i

/**
 * Reads what a colleague typed as an action; null when it is none, so that it is a note under a card and nothing
 * elsewhere. A command starts the message and names its ticket: "antwoord VB-2026-0001: ...".
 *
 * Names that nobody has are passed on as they are, so that the refusal can say so.
 *
 * @param under reference of the card it was written under; null elsewhere.
 */
export function readStaffCommand(
  text: string,
  by: StaffMember,
  words: CommandWords,
  under: string | null,
): StaffCommand | null {
  const trimmed = text.trim()
  const alone = under === null ? null : ALONE.exec(trimmed)?.groups
  if (under !== null && alone) {
    const action = actionOf(alone.verb ?? '', '', by, words)
    return action && { reference: under, action }
  }
  const { verb = '', reference = '', rest = '' } = COMMAND.exec(trimmed)?.groups ?? {}
  const named = referenceIn(reference)
  const action = named === null ? null : actionOf(verb, rest.trim(), by, words)
  return named === null || action === null ? null : { reference: named, action }
}

function actionOf(verb: string, rest: string, by: StaffMember, words: CommandWords): TicketAction | null {
  switch (verb.toLowerCase()) {
    case 'opnemen':
    case 'neem op':
    case 'claim':
      return { kind: 'claim' }
    case 'vrijgeven':
      return { kind: 'release' }
    case 'heropenen':
    case 'heropen':
      return { kind: 'reopen' }
    case 'antwoord':
    case 'antwoorden':
      return { kind: 'reply', text: rest, asksBack: false }
    case 'vraag terug':
    case 'terugvragen':
      return { kind: 'reply', text: rest, asksBack: true }
    case 'notitie':
      return { kind: 'note', text: rest }
    case 'toewijzen':
    case 'wijs toe':
      return reassigned(rest.replace(/^aan\s+/i, ''), by, words)
    case 'thema':
      return { kind: 'topic', topic: topicNamed(rest, words.topics) }
    case 'dringend':
    case 'niet dringend':
      return { kind: 'urgent', urgent: verb.toLowerCase() === 'dringend' }
    default:
      return { kind: 'close', reason: reasonNamed(rest) }
  }
}

function reassigned(name: string, by: StaffMember, { topics, staff }: CommandWords): TicketAction {
  const wanted = plain(name)
  if (wanted === '') return { kind: 'reassign', team: null, to: null }
  if (/^(?:mij|mezelf|ikzelf)$/.test(wanted)) return { kind: 'reassign', team: null, to: by.id }
  const team = topics.teams.find((one) =>
    [plain(one.key), plain(one.name), plain(one.name.replace(/^Team /i, ''))].includes(wanted),
  )
  if (team !== undefined) return { kind: 'reassign', team: team.key, to: null }
  const colleague = staff.all.find((one) => [plain(one.id), plain(one.name)].includes(wanted))
  return { kind: 'reassign', team: null, to: colleague?.id ?? name }
}

function topicNamed(name: string, { topics }: Topics): string {
  const wanted = plain(name)
  return topics.find((topic) => [plain(topic.key), plain(topic.name)].includes(wanted))?.key ?? name
}

/** "Beantwoord" where the reason is left out or is none of ours. */
function reasonNamed(text: string) {
  const wanted = plain(text)
  return (
    CLOSE_REASONS.find((reason) => [plain(reason), plain(CLOSE_REASON_NAMES[reason])].includes(wanted)) ??
    'answered'
  )
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
