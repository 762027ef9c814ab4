/** One thing somebody did, for the record. */
export interface AuditEntry {
  /** UTC, ISO 8601. */
  readonly at: string
  /** Id of the colleague; `unknown` before anybody is known. */
  readonly actor: string
  readonly actorName: string
  /** Stable name of what was done: `sign-in`, `ticket.reply`, `knowledge.export`. */
  readonly action: string
  /** What it was done to: a ticket's reference, an answer's id; empty when it is about nothing in particular. */
  readonly subject: string
  /** How it ended: `done`, or why it was refused. */
  readonly outcome: string
}

/** An entry as it is kept. */
export interface KeptAuditEntry extends AuditEntry {
  /** Rises with every entry. */
  readonly number: number
}

/** Who did what on the staff desk and on the command line. It holds no text of members or staff, and nothing is ever changed in it. */
export interface AuditTrail {
  write(entry: AuditEntry): Promise<void>

  /** Newest first, those with a number below `before` (null: from the newest on); empty when there is none. */
  read(options: {
    readonly before: number | null
    readonly limit: number
  }): Promise<readonly KeptAuditEntry[]>
}
