/** What members and staff read in every chat platform beside the desk's own messages. */
export const CHAT_TEXTS = {
  /** In place of a mention of another person. */
  somebody: '@iemand',
  pressFailed: 'Dat is niet aangekomen. Probeer het over enkele ogenblikken opnieuw.',
  sources: {
    one: 'Bron',
    summaryOf: (source: string) => `onze samenvatting van ${source}`,
    ourSummary: 'onze samenvatting',
    dateUnknown: 'datum onbekend',
    others: (count: number) => `en nog ${count} ${count === 1 ? 'bron' : 'bronnen'}`,
  },
  card: {
    urgent: 'Dringend',
    state: 'Stand',
    topic: 'Onderwerp',
    noTopic: 'geen onderwerp gevonden',
    team: 'Team',
    member: 'Lid',
    askedAt: 'Gesteld op',
    reason: 'Waarom niet beantwoord',
    found: 'Wat de assistent vond',
    latest: 'Laatste berichten',
    internal: 'intern',
    open: 'Openen op de werkplek',
  },
} as const
