import { en } from './replies-en.js'
import { nl } from './replies-nl.js'
import type { Replies, ReplyLanguage } from './replies-types.js'

export type * from './replies-types.js'

/**
 * The desk's own words in a language.
 *
 * @example
 * ```ts
 * repliesIn('nl').smallTalk('thanks') // 'Graag gedaan! ...'
 * ```
 */
export function repliesIn(language: ReplyLanguage): Replies {
  return language === 'en' ? en : nl
}
