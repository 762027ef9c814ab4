/** A turn of phrase that asks for something particular, and what a text must hold to give it. */
export interface Frame {
  /** What is asked for, for whoever reads why a question went to staff. */
  readonly name: string
  readonly asks: RegExp
  readonly given: RegExp
  /** However much a text is about the subject otherwise, without this it does not answer. */
  readonly decides?: true
}
