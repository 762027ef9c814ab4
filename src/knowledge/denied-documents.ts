/** A document that was withdrawn. */
export interface DeniedDocument {
  /** Its id: the path below its source without extension. */
  readonly document: string
  /** In the words of whoever withdrew it; empty when none was given. */
  readonly reason: string
  /** Who withdrew it. */
  readonly by: string
  /** ISO instant. */
  readonly at: string
}

/** Keeps which documents must not be found, for all processes of the installation. */
export interface DeniedDocuments {
  /** Withdraws a document; withdrawing it again changes the reason. The id need not be in any index. */
  deny(document: string, reason: string, by: string, now: Date): Promise<void>

  /** Lets it be found again from the next reindex on; false when it was not withdrawn. */
  allow(document: string): Promise<boolean>

  /** Latest first; empty when none is withdrawn. */
  list(): Promise<readonly DeniedDocument[]>
}
