import { unitsOf } from '../../../src/answering/evidence/sentences.js'
import { type Ground, groundOf } from '../../../src/answering/model/grounding/ground.js'
import type { DocumentInfo } from '../../../src/knowledge/passage.js'
import { documentInfo } from '../../fakes/document-info.js'

/** A passage of a document that does not exist, as the model would be shown it. */
export function ground(
  text: string,
  document: Partial<DocumentInfo> = {},
  section: readonly string[] = [],
): Ground {
  const info = documentInfo({
    id: 'jaarverslag',
    title: 'Jaarverslag van de Duinbond',
    url: 'https://duinbond.example/jaarverslag',
    date: '2025-03-01',
    ...document,
  })
  const passage = { id: `${info.id}#0`, document: info, section, position: 0, text, asked: [] }
  return groundOf(passage, unitsOf(text), (one) => one)
}
