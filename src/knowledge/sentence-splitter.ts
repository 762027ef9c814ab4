import { TextSplitter } from '@langchain/textsplitters'

/**
 * Cuts a text into pieces of whole sentences: LangChain's merging over sentences of our own finding, because its
 * character splitters cut "8.30 uur" and "art. 12". A sentence that is itself too long is cut at a space.
 */
export class SentenceSplitter extends TextSplitter {
  static override lc_name(): string {
    return 'SentenceSplitter'
  }

  constructor(length: number) {
    super({ chunkSize: length, chunkOverlap: 0 })
  }

  async splitText(text: string): Promise<string[]> {
    const pieces = text
      .split(/(?<=[.!?]["”’)]?\s+)(?=["“(]?\p{Lu})|(?<=\n)/u)
      .flatMap((sentence) => (sentence.length <= this.chunkSize ? [sentence] : sentence.split(/(?<=\s)/)))
    return this.mergeSplits(pieces, '')
  }
}
