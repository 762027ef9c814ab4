import type { Language } from './language.js'
import { en } from './replies-en.js'
import { nl } from './replies-nl.js'
import type { Replies } from './replies-types.js'

export type * from './replies-types.js'

/**
 * The desk's own words in a language.
 *
 * @example
 * ```ts
 * repliesIn('nl').smallTalk('thanks') // 'Graag gedaan! ...'
 * ```
 */
export function repliesIn(language: Language): Replies {
  return language === 'en' ? en : nl
}
