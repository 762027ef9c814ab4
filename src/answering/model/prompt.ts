import type { Language } from '../../texts/language.js'
import { modelTexts } from '../../texts/model.js'
import type { Ground } from './grounding/ground.js'
import type { Prompt } from './language-model.js'

/** Makes a mark that nobody who wrote a document or a question could know: letters only, new for every prompt. */
export type Nonce = () => string

/** The prompt to answer a question from numbered passages. */
export function composePrompt(
  question: string,
  grounds: readonly Ground[],
  language: Language,
  nonce: Nonce,
): Prompt {
  return prompt(
    modelTexts(language).compose,
    [...passages(grounds), { name: 'VRAAG', text: question }],
    nonce,
  )
}

/** The prompt to judge whether numbered passages answer a question. */
export function judgePrompt(
  question: string,
  grounds: readonly Ground[],
  language: Language,
  nonce: Nonce,
): Prompt {
  return prompt(modelTexts(language).judge, [...passages(grounds), { name: 'VRAAG', text: question }], nonce)
}

/** The prompt to complete a message with the question before it. */
export function rewritePrompt(previous: string, text: string, language: Language, nonce: Nonce): Prompt {
  const data = [
    { name: 'VORIGE VRAAG', text: previous },
    { name: 'NIEUW BERICHT', text },
  ]
  return prompt(modelTexts(language).rewrite, data, nonce)
}

interface Fenced {
  readonly name: string
  readonly text: string
}

function passages(grounds: readonly Ground[]): readonly Fenced[] {
  return grounds.map(({ heading, units }, at) => ({
    name: `PASSAGE ${at + 1}`,
    text: [heading, ...units.map((unit) => unit.text)].join('\n'),
  }))
}

/** Data stands between marks that hold a word made for this prompt; where data hold that word it is taken out. */
function prompt(task: string, data: readonly Fenced[], nonce: Nonce): Prompt {
  const mark = nonce()
  const fenced = data.map(
    ({ name, text }) =>
      `<<<${name} ${mark}>>>\n${text.replaceAll(mark, '').replace(/<<<|>>>/g, '')}\n<<<EINDE ${name} ${mark}>>>`,
  )
  return { system: task.replaceAll('{mark}', mark), user: fenced.join('\n\n') }
}
