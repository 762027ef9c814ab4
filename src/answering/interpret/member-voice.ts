import { phrase } from './phrase.js'

const BODY =
  '(gemeente|stad|bestuur|stadsbestuur|gemeentebestuur|lokaal bestuur|ocmw|politiezone|pz|zone|agb|intercommunale|' +
  'dienst|afdeling|team|college|cbs|vast bureau|raad|gemeenteraad|bcsd|loket|personeel|personeelsdienst|reglement|' +
  "woonzorgcentrum|wzc|schepen|burgemeester|raadsleden|medewerkers|collega|collega's|inwoners|fractie|kinderopvang)"

/** Words of somebody who asks for a body, not for himself. */
const VOICES: readonly RegExp[] = [
  phrase(
    `(ons|onze) ([\\p{L}-]+ )?${BODY}`,
    `(wij|we) als ${BODY}*`,
    `als (gemeente|stad|ocmw|lokaal bestuur|politiezone|agb)`,
  ),
  phrase(
    `(in|bij|voor) (onze|ons) ${BODY}*`,
    `mijn (gemeente|dienst|fractie|ocmw|bestuur|college|team|afdeling)`,
  ),
  phrase(
    '(een|sommige|onze|veel|de) (inwoner*|burger*|cli[eë]nt*|kandidaat|bewoner*|buurtbewoner*|ouder*|aanvrager*|student*|journalist*|bedrij(f|ven)|leverancier*|vereniging*) .. (vraagt|vragen|wil|willen|zegt|eist|stelt|meldt|beweert|weigert|heeft|belt|klaagt)',
  ),
  phrase(
    'een (inwoner|burger|cli[eë]nt|personeelslid|contractueel|statutair|medewerker|journalist|student|collega) (van|uit|bij) (ons|onze)',
  ),
  phrase(
    `ik (ben|werk) .. (schepen|burgemeester|raadslid|gemeenteraadslid|algemeen directeur|ambtenaar|maatschappelijk werker|hr|personeelsdienst|financieel directeur|beleidsmedewerker|jurist|preventieadviseur|dpo|informatieambtenaar|zonechef|voorzitter)`,
  ),
  phrase(
    '(moeten|mogen|kunnen|hoe) (wij|we)',
    '(wij|we) (moeten|mogen|hebben|willen|krijgen|vragen|zoeken|zitten|plannen)',
  ),
  phrase(
    'we (must|may|have|need)',
    'our (municipality|city|council|ocmw|police zone|staff|department|mayor|residents|hr)',
  ),
  phrase(
    '(a|our|some) (resident|citizen|client|journalist|student)s? .. (asks|wants|asked|says|requests|calls)',
  ),
]

/**
 * How clearly a message is a member's own question: 0 (nothing says so) to 3.
 *
 * Signs add up; a known body counts as one half.
 */
export function memberVoice(text: string, memberKind: string): number {
  const heard = VOICES.filter((voice) => voice.test(text)).length
  return Math.min(3, heard + (memberKind === 'onbekend' ? 0 : 0.5))
}
