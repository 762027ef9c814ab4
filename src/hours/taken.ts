/** A text from which what was understood is taken out, bit by bit; what is left keeps its places. */
export class Taken {
  text: string

  constructor(text: string) {
    this.text = text
  }

  /** Takes out the first match; null, and nothing changed, when there is none. */
  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.text)
    if (match !== null) this.remove(match[0])
    return match
  }

  remove(found: string): void {
    this.text = this.text.replace(found, ' '.repeat(found.length))
  }
}
