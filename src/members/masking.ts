/** Kinds of personal data that are masked. Stable names: they are printed and stored. */
export type MaskedKind = 'rijksregisternummer' | 'bisnummer' | 'iban' | 'eid' | 'telefoon' | 'e-mail'

export interface Masked {
  /** The text with each datum replaced by a word such as `[rijksregisternummer]`. */
  readonly text: string
  /** Each kind once, in order of first appearance; empty when nothing was masked. */
  readonly kinds: readonly MaskedKind[]
}
