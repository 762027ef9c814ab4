import type { Language } from './language.js'

/** Labels of buttons and short notices around replies. */
export interface DeskTexts {
  /** After "dit helpt". */
  readonly helped: string
  /** For staff: the question that a short follow-up came after. */
  after(question: string): string
  /** For staff: somebody asks for a person without having asked anything. */
  readonly noQuestion: string
  readonly labels: { readonly helped: string; readonly askStaff: string }
  /** What a source is called whose own title may not be quoted. */
  readonly sources: { readonly staffAnswer: string; document(id: string): string }
}

const TEXTS: Readonly<Record<Language, DeskTexts>> = {
  nl: {
    helped: 'Fijn dat dit helpt. Bedankt om het te laten weten.',
    after: (question) => `na de vraag: ${question}`,
    noQuestion: 'Het lid vraagt een medewerker en heeft nog geen vraag gesteld.',
    labels: { helped: 'Dit helpt', askStaff: 'Stel mijn vraag aan VVSG' },
    sources: { staffAnswer: 'Antwoord van een VVSG-medewerker', document: (id) => `Document “${id}”` },
  },
  en: {
    helped: 'Glad that this helps. Thank you for letting us know.',
    after: (question) => `after the question: ${question}`,
    noQuestion: 'The member asks for staff and has not asked a question yet.',
    labels: { helped: 'This helps', askStaff: 'Pass my question on to VVSG' },
    sources: { staffAnswer: 'Answer of VVSG staff', document: (id) => `Document “${id}”` },
  },
}

/** Labels and notices in a language; staff read Dutch. */
export function deskTexts(language: Language): DeskTexts {
  return TEXTS[language]
}
