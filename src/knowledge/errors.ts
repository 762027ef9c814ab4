/** What can be wrong with the knowledge, the index or the data set, as far as a person can mend it. */
export type KnowledgeErrorCode =
  | 'E_KNOWLEDGE_FOLDER'
  | 'E_FRONT_MATTER'
  | 'E_DOCUMENT_UNREADABLE'
  | 'E_DOCUMENT_TOO_LARGE'
  | 'E_DOCUMENT_TOO_SLOW'
  | 'E_DOCUMENT_EMPTY'
  | 'E_INDEX_MISSING'
  | 'E_INDEX_DAMAGED'
  | 'E_INDEX_MISMATCH'
  | 'E_INDEX_LOCKED'
  | 'E_VECTOR_INVALID'
  | 'E_EMBEDDER'
  | 'E_DATA_SET'
  | 'E_PEER_MISSING'

/** A failure that names the file or setting and says what to do about it. */
export class KnowledgeError extends Error {
  readonly code: KnowledgeErrorCode

  constructor(code: KnowledgeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'KnowledgeError'
    this.code = code
  }
}
