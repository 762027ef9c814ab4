import { stem } from './stem.js'
import { isStopWord } from './stop-words.js'
import { tokenize } from './tokenize.js'

/**
 * The words of a text that say what it is about, with their basic form: without stop words and short ones.
 *
 * @example
 * ```ts
 * meaningfulWords('Mogen de laadpalen weg?') //=> [{ term: 'mog', word: 'mogen' }, { term: 'laadpal', word: 'laadpalen' }]
 * ```
 */
export function meaningfulWords(text: string): readonly { readonly term: string; readonly word: string }[] {
  return tokenize(text).flatMap(({ word }) =>
    word.length < 4 || isStopWord(word) ? [] : [{ term: stem(word), word }],
  )
}
