/** By what somebody is known to the desk. */
export interface Traces {
  /** Keys of platforms: `web:...`, `slack:T0123/U0456`. */
  readonly persons: readonly string[]
  /** Addresses that were proven, or given as the person's own for a booking. */
  readonly mails: readonly string[]
  /** As platforms and bookings call the person; shown, never searched for: others may be called the same. */
  readonly names: readonly string[]
  /** References of tickets: `VB-2026-0001`. */
  readonly tickets: readonly string[]
  /** Of bookings: id, reference and the calendar's name. */
  readonly bookings: readonly BookingTrace[]
  /** Conversations in which nobody else writes. */
  readonly conversations: readonly PlaceTrace[]
}

/** One booking as other rows name it. */
export interface BookingTrace {
  readonly id: string
  readonly reference: string
  readonly uid: string
}

/** A conversation as the store names it. */
export interface PlaceTrace {
  readonly channel: string
  readonly conversation: string
}

/** What is kept about somebody: the rows of each table, documents inside them read. */
export interface PersonExport {
  readonly traces: Traces
  /** By table; a table without anything is left out. Instants are UTC, ISO 8601. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

/** An answer among the documents that came from a question of the person. */
export interface PersonAnswer {
  readonly id: string
  readonly title: string
  readonly ticket: string
}

/** What is to become of published answers that came from a question of the person. */
export type AnswersOnErase = 'keep' | 'withdraw'

/** What an erasure did, in rows by table; a table without any is left out. */
export type ErasedRows = Readonly<Record<string, number>>

/** One erasure: what it was about can be recognised by who has it before him, and read by nobody. */
export interface Erasure {
  /** Unique. */
  readonly id: string
  /** UTC, ISO 8601. */
  readonly at: string
  /** Base64url; goes into every hash. */
  readonly salt: string
  /** Of every key, address and reference; see `hashOf`. */
  readonly hashes: readonly string[]
  readonly answers: AnswersOnErase
}

/** What the desk keeps about persons, and how it forgets them. */
export interface PersonStore {
  /**
   * Everything by which somebody is known.
   *
   * @param id the key of a platform, a mail address, or the reference of a ticket or booking.
   * @returns null when nothing is kept under it.
   */
  traces(id: string): Promise<Traces | null>

  /** All rows about somebody, of every table. */
  export(traces: Traces): Promise<PersonExport>

  /** Published answers that came from the person's questions; empty when there is none. */
  answers(traces: Traces): Promise<readonly PersonAnswer[]>

  /**
   * Forgets somebody: removes conversations, mails, proofs and drafts, takes everything that names the person out of
   * tickets and bookings, and out of messages to colleagues about them. What is left counts, and names nobody.
   */
  erase(traces: Traces, answers: AnswersOnErase, now: Date): Promise<ErasedRows>

  /** Makes sure that nothing of what was deleted is left in the files of the database. */
  scrub(): Promise<void>

  /** Ids of the erasures that were applied to this database. */
  applied(): Promise<ReadonlySet<string>>
  markApplied(erasure: Pick<Erasure, 'id' | 'at'>): Promise<void>

  /** Every key, address and reference that is kept, to be compared with erasures. */
  everybody(): Promise<readonly string[]>
}

/** What takes the place of words that were erased. */
export const ERASED = '[gewist]'
