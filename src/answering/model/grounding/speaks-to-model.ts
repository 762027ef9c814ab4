/** Words that tell somebody what to say; a document tells its readers what to do, not what to say. */
const TELLS =
  /^\P{L}*(?:(?:let op|belangrijk|opgelet|nota|note|important|ps)\P{L}+)?(?:zeg|meld|antwoord|beantwoord|vermeld|vertel|schrijf|beweer|noem|herhaal|print|toon|doe alsof|speel|gedraag|voeg|verwijs|verklaar|bevestig|ontken|verzwijg|negeer|vergeet|onthoud|vervang|vertaal|citeer|eindig|begin|say|tell|write|respond|reply|answer|ignore|forget|pretend|act as|repeat|include|append|add|output|replace|claim|mention)(?!\p{L})/iu
const MODEL =
  /(?<!\p{L})(?:assistent|assistant|chatbot|taalmodel|taalmodellen|language model|llm|ai|bot|helpdeskbot|prompt|systeembericht|system message)(?!\p{L})/iu
const ORDERS =
  /(?<!\p{L})(?:moet|moeten|dient|zeg|zegt|antwoord|antwoordt|vermeld|vermeldt|meld|meldt|geef|geeft|negeer|negeert|voortaan|altijd|must|should|shall|always|ignore|say|says|answer|reply)(?!\p{L})/iu

/**
 * Whether a sentence of a document seems written for a model that reads it rather than for people.
 *
 * It stays out of the prompt, and nothing a model says may rest on it. A wrong yes costs the model a sentence, so doubt
 * counts as yes; what may be quoted is decided with less doubt, see `speaksToAssistant`.
 */
export function speaksToModel(sentence: string): boolean {
  return TELLS.test(sentence) || (MODEL.test(sentence) && ORDERS.test(sentence))
}
