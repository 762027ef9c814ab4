/** What somebody reads who follows a calendar. */
export const BOOKING_WEB_TEXTS = {
  noFeed: 'Deze link toont geen agenda (meer). Vraag de VVSG een nieuwe.',
} as const
