import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import type { BookingDesk } from '../desk/booking-desk.js'
import type { Clock } from '../desk/clock.js'
import type { DeskParts } from '../desk/responder.js'
import { loadCannedTexts } from '../escalation/canned-texts.js'
import { type RunningStaffDesk, staffDesk } from '../http/staff/staff-desk.js'
import { meaningfulWords } from '../knowledge/dutch/meaningful-words.js'
import type { PassageIndex } from '../knowledge/passage.js'
import type { Store } from '../store/store.js'
import { organisationOf } from './wire-desk.js'
import type { TicketWiring } from './wire-tickets.js'

/** What the staff desk is made of. */
export interface StaffNeeds {
  readonly config: Config
  readonly knowledgeDir: string
  readonly store: Store
  readonly parts: Pick<DeskParts, 'topics' | 'hours'>
  readonly wiring: Pick<TicketWiring, 'staff' | 'desk'>
  readonly index: Pick<PassageIndex, 'passage'>
  /** Left out where no sessions are booked. */
  readonly bookings?: BookingDesk
  /** Where this machine reaches the desk. */
  readonly localUrl: string
  readonly requestReindex: () => void
  /** Takes up at once what was withdrawn or allowed. */
  readonly refreshDenied: () => Promise<void>
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Puts the staff desk together.
 *
 * @throws FileError when `canned-texts.yaml` is wrong.
 */
export function wireStaffDesk(needs: StaffNeeds): RunningStaffDesk {
  const { config, knowledgeDir, store, parts, wiring, index, localUrl, clock, log } = needs
  const { openId, http } = config
  const baseUrl = openId === null ? localUrl : (http.publicUrl ?? localUrl)
  return staffDesk({
    tickets: store.tickets,
    desk: wiring.desk,
    directory: wiring.staff,
    topics: parts.topics,
    hours: parts.hours,
    cannedTexts: loadCannedTexts(join(organisationOf(knowledgeDir), 'organisation', 'canned-texts.yaml')),
    troubles: store.troubles,
    records: store.records,
    audit: store.audit,
    published: store.publishedAnswers,
    denied: store.deniedDocuments,
    bookings: needs.bookings ?? null,
    insights: { insights: store.insights, wordsOf: meaningfulWords },
    signals: store.signals,
    passage: (id) => index.passage(id),
    requestReindex: () => {
      needs.requestReindex()
      void needs.refreshDenied()
    },
    openId,
    baseUrl: () => baseUrl,
    behindProxy: http.trustProxy,
    now: () => clock.now(),
    log,
  })
}
