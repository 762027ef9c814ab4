/** Turns texts into vectors outside the index: a model reached through LangChain. */
export interface Embedder {
  /** Stable name of provider and model; vectors of another name are never compared with these. */
  readonly id: string
  /** One vector for each text, in order; all of one length. */
  embedPassages(texts: readonly string[]): Promise<readonly (readonly number[])[]>
  embedQuery(text: string): Promise<readonly number[]>
}
