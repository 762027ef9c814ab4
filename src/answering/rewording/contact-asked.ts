const TOPIC =
  /\b(?:service ?-?design\w*|dienstontwerp|spider\w*|toolkit|(?:niveau|level) ?\d|niveaus|levels|introworkshop|(?:introductie|kennismakings|intro)(?:workshop|sessie|moment|uur)|introductie|kennismaking|workshop|dagopleiding|opleidingsdag|eendaagse|leertraject|traject|jaartraject|learning path|opleiding|vorming|cursus|lessen|training|course)\b/i
const TURNS_TO =
  '(?:klop|kan|kunnen|moet|moeten|mag|mogen|zou|richt|stuur|stel|mail|bel|neem|nemen|contacteer|contacteren|spreek|informeer|vraag|ga|gaan|wend|praat|maak|bespreek|meld|leg|post|e-mail)'
const ABOUT =
  '(?=(?:over|voor|rond|omtrent|inzake|aangaande|betreffende|in verband met|bij|about|for|on|regarding|with)\\b)'

/** Turns of phrase for whom to turn to; each is followed by what it is about. */
const CONTACTS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:bij|naar|aan|met|tot) (?:wie|welke? (?:persoon|collega|medewerker|stafmedewerker|mailadres|adres)) ${TURNS_TO} (?:ik|we|wij|je|men|u|onze|mijn|een)\\b(?:,? [\\p{L}'/-]+){0,9}?,? ${ABOUT}`,
    'iu',
  ),
  /\bwie (?:moet|kan|mag|zou) (?:ik|we|wij|men) (?:best |hiervoor |daarvoor )?(?:hebben|contacteren|aanspreken|bellen|mailen|opbellen|spreken) (?=(?:over|voor|rond|omtrent|als)\b)/iu,
  /\b(?:wie|welke (?:persoon|collega|medewerker|stafmedewerker)) (?:(?:er|van|bij|binnen|bij de|van de|binnen de|jullie|ulle|vvsg|u|daar|eigenlijk|nu) ?)*(?:(?:gaat over|behartigt|coördineert|coordineert|is (?:er )?(?:verantwoordelijk|bevoegd) voor|kent er iets van)|(?=houdt zich .*bezig met|volgt .*\bop\b))/iu,
  /\bwho (?:at vvsg |there )?(?:is in charge of|is responsible for|handles|looks after|deals with|coordinates)(?= )/iu,
  new RegExp(
    `\\b(?:to )?who(?:m)? (?:do|can|could|should|may|must|would) (?:i|we|one) (?:best )?(?:contact|ask|write(?: to)?|e-?mail|call|phone|talk to|speak to|speak with|turn to|get in touch with|approach|send)\\b(?:,? [\\p{L}'/-]+){0,6}? ${ABOUT}`,
    'iu',
  ),
]

/**
 * A question whom to turn to about the training, put in the words of a text that names a contact; any other question
 * as it was.
 *
 * The many ways to ask it ("bij wie klop ik aan", "wie van jullie volgt dat op") are made of words too common to say
 * what is asked.
 *
 * @example
 * ```ts
 * withContact('bij wie klop ik aan voor niveau 2?') //=> 'wie is de contactpersoon voor niveau 2?'
 * withContact('bij wie klop ik aan voor een vergunning?') //=> 'bij wie klop ik aan voor een vergunning?'
 * ```
 */
export function withContact(text: string): string {
  if (!TOPIC.test(text)) return text
  const asks = CONTACTS.find((pattern) => pattern.test(text))
  return asks === undefined ? text : text.replace(asks, 'wie is de contactpersoon ').replace(/ {2,}/g, ' ')
}
