/** Questions that find something in laws and in the texts a bench makes up. */
export const QUERIES = [
  'termijn voor bezwaar',
  'hoogte van de boete',
  'aanvraag vergunning',
  'bevoegdheid van de minister',
  'wie benoemt de leden',
] as const

export const ASKER = { limit: 10, membersOnly: true, today: '2026-11-23' } as const
