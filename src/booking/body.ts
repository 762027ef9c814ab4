import { plain } from './tokens.js'

const KIND =
  'gemeente|stad|ocmw|politiezone|pz|intercommunale|agb|autonoom gemeentebedrijf|lokaal bestuur|bestuur|welzijnsvereniging|hulpverleningszone|streekintercommunale|afvalintercommunale|city|municipality|police zone|intermunicipal'
const NAMED = new RegExp(`\\b(?:${KIND})\\s+(?:van\\s+|of\\s+)?(?:[A-Z][\\p{L}'’-]+|\\d{4})`, 'u')
const OWN = new RegExp(
  `\\b(?:onze|ons|our|mijn|namens (?:de|het)?|voor de|voor het|voor|for the|for our)\\s+(?:${KIND})\\b`,
)

/** Whether a message says for which body it is: `voor onze intercommunale`, `gemeente Zoersel`, `OCMW Aalst`. */
export function namesBody(message: string): boolean {
  const withLowKinds = message.replace(new RegExp(`\\b(${KIND})\\b`, 'giu'), (kind) => kind.toLowerCase())
  return NAMED.test(withLowKinds) || OWN.test(plain(message))
}

/** Whether a message leaves a contact: masked or plain e-mail address or telephone number, `contactpersoon is ...`. */
export function namesContact(message: string): boolean {
  const text = plain(message)
  const address = /\[(e-?mail|telefoon)[^\]]*\]|[\w.+-]+@[\w-]+\.\w+/.test(text)
  return (
    address ||
    /\b(contact(persoon)?\s*(is|:)|bereikbaar (op|via)|mijn (naam|nummer|mail) is|my (name|number|e-?mail) is)/.test(
      text,
    )
  )
}
