/** What can be wrong with the knowledge, the index or the data set, as far as a person can mend it. */
export type KnowledgeErrorCode =
  | 'knowledge-folder-missing'
  | 'front-matter-invalid'
  | 'document-unreadable'
  | 'document-too-large'
  | 'document-too-slow'
  | 'document-empty'
  | 'glossary-invalid'
  | 'index-missing'
  | 'index-damaged'
  | 'index-mismatch'
  | 'index-locked'
  | 'vector-invalid'
  | 'embedder-unknown'
  | 'data-set-invalid'
  | 'peer-missing'

/** A failure that names the file or setting and says what to do about it. */
export class KnowledgeError extends Error {
  readonly code: KnowledgeErrorCode

  constructor(code: KnowledgeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'KnowledgeError'
    this.code = code
  }
}
