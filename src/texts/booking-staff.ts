/** Where a session is to be, as a colleague reads it: "bij u" is said to the member. */
export const STAFF_PLACES = {
  places: { member: 'bij het bestuur', vvsg: 'bij de VVSG in Brussel', online: 'online' },
  placeOf: (town: string) => `in ${town}`,
} as const

/** What a colleague reads when a booking could not be changed. */
const REFUSALS = {
  taken: 'Dat moment is intussen bezet.',
  full: 'Daar is geen plaats meer.',
  'per-body': 'Dit bestuur heeft zijn aantal teams al.',
  over: 'Deze boeking loopt niet meer.',
  changed: 'Iemand heeft deze boeking intussen gewijzigd. Bekijk ze opnieuw.',
  'not-found': 'Deze boeking bestaat niet.',
  'not-free': 'Op dat moment is geen begeleider vrij.',
} as const

/** Why it was not done, for the colleague who tried. */
export function bookingRefusalText(code: keyof typeof REFUSALS): string {
  return REFUSALS[code]
}
