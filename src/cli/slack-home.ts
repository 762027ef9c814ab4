import { type HomeLine, type HomeSource, MOST_LINES } from '../../adapters/slack/home.js'
import type { Bookings } from '../booking/bookings.js'
import type { Offerings } from '../booking/offerings.js'
import { bookingWords } from '../booking/say.js'
import type { Tickets } from '../escalation/tickets.js'
import { SLACK_TEXTS } from '../texts/slack.js'

/** What somebody asked of people and booked, for the app's own page in Slack. */
export function slackHome(
  { tickets, bookings }: { readonly tickets: Tickets; readonly bookings: Bookings },
  offerings: Offerings,
): HomeSource {
  const { ticketStates, bookingStates } = SLACK_TEXTS.home
  const questions = async (person: string): Promise<readonly HomeLine[]> => {
    const asker = { channel: 'slack', person }
    const own = await tickets.list({ asker, newestFirst: true, limit: MOST_LINES })
    return own.map(({ reference, state, question }) => ({
      reference,
      status: ticketStates[state],
      text: question,
    }))
  }
  const sessions = async (person: string): Promise<readonly HomeLine[]> => {
    const own = await bookings.list({ person: { channel: 'slack', person }, states: ['held', 'confirmed'] })
    return own.map((booking) => ({
      reference: booking.reference,
      status: booking.state === 'held' ? bookingStates.held : bookingStates.confirmed,
      text: bookingWords(booking, offerings),
    }))
  }
  return async (person) => {
    const [asked, booked] = await Promise.all([questions(person), sessions(person)])
    return { questions: asked, bookings: booked }
  }
}
