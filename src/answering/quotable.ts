import type { DocumentInfo } from '../knowledge/passage.js'
import { remembered, TEXTS } from '../knowledge/remembered.js'
import { INSTRUCTION_TABLE } from './interpret/instruction-rules.js'
import { metRules } from './interpret/rule.js'
import { speaksToAssistant } from './speaks-to-assistant.js'

const LINK = /\b(?:https?|ftp|file|data|javascript|mailto):[^\s<>"”)]+/giu

/**
 * Whether words of a document may stand in a reply: they give the assistant no orders, and link to nothing but the
 * document's own source. Words that may not stay findable by staff; an answer leaves them out.
 *
 * The bare name of a website ("kijk op www.voorbeeld.be") is no link: it is quoted as it stands there, and channels
 * show quotes as text. Documents name others' websites for good reasons, and a quote is whole or it is none.
 */
export function quotable(text: string, { url }: Pick<DocumentInfo, 'url'>): boolean {
  const links = text.match(LINK) ?? []
  return links.every((link) => ownLink(link, url)) && !givesOrders(text)
}

const givesOrders = remembered(
  (text) => speaksToAssistant(text) || metRules(INSTRUCTION_TABLE, text).length > 0,
  TEXTS,
)

/** On the same host as the source, by the same or a safer scheme. */
function ownLink(link: string, url: string | null): boolean {
  if (url === null || !URL.canParse(link) || !URL.canParse(url)) return false
  const [to, own] = [new URL(link), new URL(url)]
  return to.host === own.host && (to.protocol === own.protocol || to.protocol === 'https:')
}
