/** Another search library, given the same titles and texts. */
export interface Peer {
  readonly name: string
  /** Ids of at most ten documents, best first. */
  search(text: string): Promise<readonly string[]>
}
