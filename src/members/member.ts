/** What kind of body the asker works for; `onbekend` until it is known. Stable names of the command line. */
export const MEMBER_KINDS = [
  'gemeente',
  'ocmw',
  'politiezone',
  'intercommunale',
  'agb',
  'mandataris',
  'onbekend',
] as const

export type MemberKind = (typeof MEMBER_KINDS)[number]
