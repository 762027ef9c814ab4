import { answerFromDocuments } from '../answering/answer.js'
import { createModels, type ModelParts } from '../answering/model/create-models.js'
import type { ModelSettings } from '../answering/model/language-model.js'
import { withModel } from '../answering/model/with-model.js'
import type { DeskParts } from '../desk/responder.js'
import { maskMessage } from '../members/masking.js'

/**
 * Lets the configured language model word what the documents answer; without one the desk stays as it is.
 *
 * @throws ModelError when the provider or its key is wrong.
 */
export async function wireModel(
  desk: DeskParts,
  settings: ModelSettings | null,
  parts: Omit<ModelParts, 'mask'> = {},
): Promise<DeskParts> {
  if (settings === null) return desk
  const models = await createModels(settings, { mask: (text) => maskMessage(text).text, ...parts })
  return { ...desk, answer: withModel(answerFromDocuments, models) }
}
