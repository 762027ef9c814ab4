/** Words that only look urgent: terms of the law and of works. */
const TERMS =
  /\bhoogdringend\w*|\bdringende (?:reden(?:en)?|noodzakelijkheid|noodzaak|werken|herstellingen|opvang|medische|bestuurlijke)\b|\bspoedagendering\w*|\bspoeddiensten?\b|\bspoedopname\w*|\burgentie\w*/gi

const URGENT =
  /\b(?:dringend|urgent|spoed(?:ig|eisend)?|asap|zo snel mogelijk|zo spoedig mogelijk|onmiddellijk (?:antwoord|hulp|nodig)|nog vandaag|vandaag nog|as soon as possible|urgently|right away)\b/i

/**
 * Whether the asker says that it cannot wait. "Ontslag om dringende reden" is a subject, not a hurry.
 *
 * @example
 * ```ts
 * isUrgent('Dringend: mag de raad morgen stemmen?') // true
 * isUrgent('Wat is ontslag om dringende reden?') // false
 * ```
 */
export function isUrgent(text: string): boolean {
  return URGENT.test(text.replace(TERMS, ' '))
}
