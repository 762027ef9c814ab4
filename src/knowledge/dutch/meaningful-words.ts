import { stem } from './stem.js'
import { isStopWord } from './stop-words.js'
import { tokenize } from './tokenize.js'

/** The words of a text that say what it is about, in their basic form: without stop words and short ones. */
export function meaningfulWords(text: string): readonly string[] {
  return tokenize(text).flatMap(({ word }) => (word.length < 4 || isStopWord(word) ? [] : [stem(word)]))
}
