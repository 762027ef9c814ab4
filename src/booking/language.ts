const ENGLISH =
  /^(the|we|would|like|book|please|for|our|training|people|session|in|on|day|level|can|you|could|want|is|are|and|with|to|at|one|of|want|i|my|move|cancel|change|from|instead|ours|rather|make|it|that|then|next|week|morning|afternoon|second|first|third)$/
const DUTCH =
  /^(de|het|een|we|wij|graag|voor|onze|opleiding|personen|sessie|op|dag|niveau|niv|kan|kunnen|willen|wil|is|en|met|naar|om|van|boek|boeken|aub|bij|ons|dan|toch|niet|liever|tweede|eerste|doe|maar|vm|nm|uur|man|of|ook|die|dat)$/

/** The language a message is written in; Dutch when in doubt. Expects lower case without accents. */
export function languageOf(text: string): 'nl' | 'en' {
  const words = text.split(/[^a-z']+/).filter((word) => word !== '')
  const english = words.filter((word) => ENGLISH.test(word)).length
  const dutch = words.filter((word) => DUTCH.test(word)).length
  return english > dutch ? 'en' : 'nl'
}
