import type { Language } from '../../texts/language.js'

/** Words that carry no subject and are common in one language only. */
const ENGLISH = new Set(
  `the of and is are was were do does did how what who whom whose where when why which can could will would should
  may might you your yours i i'm im i'd we our us they their he she his her it's its this that these those to for from
  with without about have has had been be not don't doesn't isn't there any some please thanks thank hello hi hey many
  much my me an at by on or if but than then also tell give show say ignore all previous using it in as speak talk
  someone good morning afternoon evening`.split(/\s+/u),
)

const DUTCH = new Set(
  `de het een van voor en is zijn was waren wat wie waar wanneer waarom welke welk hoe hoeveel kan kunnen mag mogen
  moet moeten wil willen wij we jullie je jij u uw ons onze ik mijn hij zij ze haar hun dit dat deze die daar er te
  naar met zonder over heeft hebben hebt ben bent niet geen wel ook aan bij op of als dan maar toch graag alstublieft
  bedankt dank dag hallo goeiedag veel meer om uit door tot nog al in lid leden gemeente gemeenten vraag`.split(
    /\s+/u,
  ),
)

/** Words of both languages: they say nothing beside a Dutch word, and support English where there is none. */
const SHARED = new Set(['is', 'was', 'we', 'in', 'of', 'me', 'all', 'door'])

/**
 * The language to answer in, from the small words of the question.
 *
 * Dutch unless the text is clearly English: a Dutch question full of English terms ("service design level 1 booking")
 * is Dutch, and so is a text too short to tell.
 *
 * @example
 * ```ts
 * detectLanguage('How many municipalities are members?') // 'en'
 * detectLanguage('service design level 1 boeken aub') // 'nl'
 * detectLanguage('VVSG') // 'nl'
 * ```
 */
export function detectLanguage(text: string): Language {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? []
  const telling = words.filter((word) => !SHARED.has(word))
  const english = telling.filter((word) => ENGLISH.has(word)).length
  const dutch = telling.filter((word) => DUTCH.has(word)).length
  if (english === 0) return 'nl'
  if (dutch === 0 && words.length <= 2) return english === words.length ? 'en' : 'nl'
  const neutral = dutch === 0 ? words.length - telling.length : 0
  return english > dutch && english + neutral >= 2 ? 'en' : 'nl'
}
