import type { Logger } from 'pino'
import type { AuditTrail } from '../../desk/audit.js'
import type { BookingDesk } from '../../desk/booking-desk.js'
import type { Records, Signals, TicketStore, Troubles } from '../../desk/ports.js'
import type { TicketDesk } from '../../escalation/actions.js'
import type { CannedText } from '../../escalation/canned-texts.js'
import type { StaffDirectory } from '../../escalation/staff-directory.js'
import type { Topics } from '../../escalation/topics.js'
import type { OfficeHours } from '../../hours/office-hours.js'
import type { ReportParts } from '../../insights/report.js'
import type { DeniedDocuments } from '../../knowledge/denied-documents.js'
import type { Passage } from '../../knowledge/passage.js'
import type { PublishedAnswers } from '../../knowledge/published-answers.js'
import type { Guests } from '../sign-in/guests.js'
import type { OpenIdSettings } from '../sign-in/open-id.js'

/** What the staff desk stands on. */
export interface StaffParts {
  readonly tickets: TicketStore
  readonly desk: TicketDesk
  readonly directory: StaffDirectory
  /** Names of those who came in without standing in `staff.yaml`. */
  readonly guests: Guests
  readonly topics: Topics
  readonly hours: OfficeHours
  readonly cannedTexts: readonly CannedText[]
  readonly troubles: Troubles
  readonly records: Records
  readonly audit: AuditTrail
  readonly published: PublishedAnswers
  readonly denied: DeniedDocuments
  /** Null where no sessions are booked. */
  readonly bookings: BookingDesk | null
  /** What was asked, to be counted. */
  readonly insights: Pick<ReportParts, 'insights' | 'wordsOf'>
  readonly signals: Signals
  /** A passage of the documents as they are now; null when it is gone. */
  readonly passage: (id: string) => Passage | null
  /** Reads the documents again soon. */
  readonly requestReindex: () => void
  readonly openId: OpenIdSettings | null
  /** Where colleagues reach the desk, without a slash at the end. */
  readonly baseUrl: () => string
  readonly behindProxy: boolean
  readonly now: () => Date
  readonly log: Logger
}

/** Which words are for whom: names of teams, topics and colleagues. */
export function teamName({ topics }: Pick<StaffParts, 'topics'>, key: string): string {
  return topics.teams.find((team) => team.key === key)?.name ?? key
}

/** The name of a topic; null when none fits or it is no longer in `topics.yaml`. */
export function topicName({ topics }: Pick<StaffParts, 'topics'>, key: string | null): string | null {
  return topics.topics.find((topic) => topic.key === key)?.name ?? key
}

/** The name of a colleague; the id when she is no longer in `staff.yaml` and did not sign in for a long time. */
export function staffName(
  { directory, guests }: Pick<StaffParts, 'directory' | 'guests'>,
  id: string,
): string {
  return directory.byId(id)?.name ?? guests.nameOf(id) ?? id
}
