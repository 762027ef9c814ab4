/** Words of holding, confirming and changing a booking. Days, hours and names come in ready to read. */
export interface BookingTalkTexts {
  /** `until` is an hour. */
  held(what: string, until: string): string
  readonly tentative: string
  /** Asks for what is needed to confirm. */
  readonly askBody: (bodies: readonly string[]) => string
  readonly askMail: string
  readonly mailKnown: string
  readonly askConfirm: string
  /** `here`: whether the conversation shows the invitation as a file. */
  mailLost(here: boolean): string
  confirmed(reference: string, what: string): string
  /** How the invitation comes: by mail, by mail once there is a server, or not by mail; and `here`, as a file. */
  invitation(mail: 'mailed' | 'waits' | 'none', here: boolean): string
  readonly preparation: (words: string) => string
  readonly released: string
  readonly expired: string
  readonly gone: string
  readonly taken: string
  readonly busy: string
  readonly otherSlots: string
  readonly noSlots: string
  readonly full: string
  perBody(most: number): string
  readonly changed: string
  readonly unproven: string
  moveOffer(what: string): string
  readonly moveChoose: string
  moved(reference: string, what: string): string
  askCancel(reference: string, what: string): string
  cancelled(reference: string, here: boolean): string
  readonly kept: string
  tooLate(reference: string, terms: string): string
  which(bookings: readonly string[]): string
  /** What this person booked; a line for each, none when there is nothing. */
  mine(bookings: readonly string[]): string
  participants(reference: string, count: number): string
  participantsRefused(min: number, max: number): string
  readonly paths: string
  path(name: string, dates: string, place: string, left: number, until: string): string
  pathFull(name: string, dates: string): string
  readonly choosePath: string
  readonly noPaths: string
  readonly askTeam: (min: number, max: number) => string
  readonly teamSize: (min: number, max: number, teams: number) => string
  minimum(teams: number, until: string): string
  readonly waitOffer: string
  /** `what` is a day or a period. */
  neverGiven(what: string): string
  waiting(what: string): string
  swapOffer(number: number): string
  swapChoice(name: string, what: string): string
  readonly swapNone: string
  swapped(reference: string, number: number, what: string): string
  offered(what: string, until: string): string
  staffChanged(reference: string, what: string): string
  staffCancelled(reference: string, what: string): string
  readonly seat: (teams: number) => string
  readonly labels: Readonly<
    Record<
      | 'confirm'
      | 'other'
      | 'drop'
      | 'cancel'
      | 'keep'
      | 'move'
      | 'accept'
      | 'decline'
      | 'wait'
      | 'fill'
      | 'send'
      | 'mail'
      | 'name'
      | 'body'
      | 'level'
      | 'date'
      | 'participants'
      | 'place'
      | 'file',
      string
    >
  >
}
