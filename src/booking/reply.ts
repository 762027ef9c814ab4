import { bookingTexts } from '../texts/booking.js'
import { STAFF_PLACES } from '../texts/booking-staff.js'
import { isObstacle } from './checks.js'
import type { BookingContext } from './draft.js'
import { isBookable, type Offering, offeringOf } from './offerings.js'
import type { Plan } from './plan.js'
import {
  fullRange,
  fullWish,
  levelWords,
  placeWords,
  remarkWords,
  slotWords,
  type Voice,
  weekdayWords,
} from './speak.js'

/** The complete reply to a plan: what was understood, what stands in the way, what is free, what is still missing. */
export function replyTo(plan: Plan, context: BookingContext, language: 'nl' | 'en'): string {
  const voice: Voice = { language, texts: bookingTexts(language) }
  const offering = offeringOf(context.offerings, plan.draft.level)
  const blocks = [
    opening(plan, voice),
    understood(plan, context, voice),
    plan.remarks.map((remark) => remarkWords(remark, voice, offering)).join('\n'),
    offers(plan, context, voice, offering),
    asks(plan, context, voice, offering),
    honesty(plan, context, voice, offering),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

/**
 * Everything understood of a wish, on one line for a colleague. Empty when nothing was.
 *
 * @example
 * ```ts
 * summaryOf(plan, context) // 'Niveau 1: ...; Datum: donderdag 14 januari 2027; Aantal: 12 deelnemers; Plaats: in Gent'
 * ```
 */
export function summaryOf(plan: Plan, context: BookingContext): string {
  const voice: Voice = { language: 'nl', texts: { ...bookingTexts('nl'), ...STAFF_PLACES } }
  return understoodLines(plan, context, voice).join('; ')
}

function opening({ draft }: Plan, { texts }: Voice): string {
  if (draft.kind !== 'wish') return texts.opening[draft.kind]
  return draft.again ? texts.opening.again : texts.opening.wish
}

function understood(plan: Plan, context: BookingContext, voice: Voice): string {
  const lines = understoodLines(plan, context, voice)
  return lines.length === 0 ? '' : [voice.texts.understood, ...lines.map((line) => `- ${line}`)].join('\n')
}

function understoodLines(plan: Plan, context: BookingContext, voice: Voice): string[] {
  return [
    ...(plan.draft.kind === 'wish' ? sessionLines(plan, context, voice) : changeLines(plan, context, voice)),
    ...groupLines(plan, voice),
    ...(plan.draft.place === null ? [] : [voice.texts.place(placeWords(plan.draft.place, voice))]),
  ]
}

function sessionLines(plan: Plan, context: BookingContext, voice: Voice): string[] {
  const { texts } = voice
  const { draft } = plan
  const offering = offeringOf(context.offerings, draft.level)
  const level = offering === null ? [] : [texts.level(levelWords(offering, voice))]
  const likes =
    draft.weekdays.length === 0 ? '' : `, ${texts.preferably(weekdayWords(draft.weekdays, voice))}`
  const not = draft.notWeekdays.length === 0 ? '' : `, ${texts.notOn(weekdayWords(draft.notWeekdays, voice))}`
  if (draft.mixed) {
    return plan.wishes.map((entry) => {
      const own = offeringOf(context.offerings, entry.level)
      return texts.session(
        own === null ? null : texts.levelShort(levelWords(own, voice)),
        `${fullWish(entry.wish, voice)}${likes}${not}`,
      )
    })
  }
  const dates = plan.wishes.map(({ wish }) => fullWish(wish, voice)).filter((words) => words !== '')
  const words = `${dates.join(texts.or)}${likes}${not}`.replace(/^, /, '')
  return words === '' ? level : [...level, texts.date(words)]
}

function changeLines(plan: Plan, context: BookingContext, voice: Voice): string[] {
  const { texts } = voice
  const { existing, level } = plan.draft
  const offering = offeringOf(context.offerings, level)
  return [
    ...(offering === null ? [] : [texts.level(levelWords(offering, voice))]),
    ...(existing === null ? [] : [texts.existing(fullRange(existing, voice))]),
    ...(isUnreadChange(plan) ? [texts.asked(plan.draft.message)] : []),
    ...(plan.draft.kind === 'change'
      ? plan.wishes.map(({ wish }) => texts.moveTo(fullWish(wish, voice)))
      : []),
  ]
}

// `mag het een uur later?`: what was asked is repeated in the member's own words.
function isUnreadChange({ draft, wishes }: Plan): boolean {
  const counted = draft.participants !== null || draft.more !== null
  return draft.kind === 'change' && wishes.length === 0 && !counted
}

function groupLines({ draft }: Plan, { texts }: Voice): string[] {
  const { participants, atLeast, before, teams, more } = draft
  if (more !== null && participants === null) return [texts.group(texts.more(more))]
  const team = teams === null ? '' : texts.teams(teams)
  if (participants === null) return team === '' ? [] : [texts.group(team)]
  const count =
    before === null ? texts.participants(participants, atLeast) : texts.fewerOrMore(before, participants)
  return [texts.group(team === '' ? count : `${team}, ${count}`)]
}

function offers(plan: Plan, context: BookingContext, voice: Voice, offering: Offering | null): string {
  const { texts } = voice
  const { view, draft } = plan
  if (draft.kind === 'cancel') return ''
  if (offering?.teams != null && offering.active) return texts.offers.path
  const dated = view.wishes.some(({ date }) => date !== null) && draft.kind === 'wish'
  const searched = dated && (offering?.active === true || draft.mixed)
  if (view.offers.length === 0) return searched ? texts.offers.none : ''
  const lines = view.offers.map((start, index) => {
    const own = plan.offerLevels[index] ?? null
    const level = draft.mixed && own !== null ? `${texts.levelShort(levelWords(own, voice))}: ` : ''
    const reserve = plan.unsure[index] === true ? texts.offers.reserve : ''
    return `${index + 1}. ${level}${slotWords(start, own?.minutes ?? null, voice)}${reserve}`
  })
  const words = booksHere(offering, context) ? texts.offers.free : texts.offers
  const exact = plan.remarks.some(isObstacle) || !plan.fits ? words.nearest : words.fits
  const lead = dated || draft.kind === 'change' ? exact : words.first
  return [lead, ...lines, ...(lines.length > 1 ? [texts.offers.choose] : [])].join('\n')
}

function asks(plan: Plan, context: BookingContext, voice: Voice, offering: Offering | null): string {
  const { texts } = voice
  const { draft, view } = plan
  if (draft.kind !== 'wish')
    return view.missing.includes('date') ? `${texts.needed}\n- ${texts.askDateOfChange}` : ''
  const { known } = context
  // Who books here is asked for the body and the contact once a moment is held.
  const later = booksHere(offering, context)
  const asked = view.missing.filter(
    (name) =>
      !(name === 'body' && (later || known?.body === true)) &&
      !(name === 'contact' && (later || known?.contact === true)),
  )
  const lines = asked.map((name) => `- ${question(name, plan, context, voice, offering)}`)
  return lines.length === 0 ? '' : [texts.needed, ...lines].join('\n')
}

function question(
  name: string,
  plan: Plan,
  context: BookingContext,
  voice: Voice,
  offering: Offering | null,
): string {
  const { texts } = voice
  switch (name) {
    case 'level': {
      const levels = context.offerings.levels
        .filter(({ active }) => active)
        .map((one) => levelWords(one, voice))
      return `${texts.ask.level}: ${texts.levelChoice(levels)}`
    }
    case 'date':
      return plan.remarks.some(({ kind }) => /^(past|impossible|wrong-weekday)$/.test(kind))
        ? texts.askNewDate
        : texts.ask.date
    case 'participants':
      return plan.draft.teams !== null && offering?.teams != null
        ? texts.teamSize(offering.teams.size.min, offering.teams.size.max)
        : texts.ask.participants
    case 'place':
      return texts.askPlace(
        (offering?.where ?? ['member', 'vvsg', 'online']).map((where) => texts.places[where]),
      )
    case 'body':
      return texts.ask.body
    default:
      return texts.ask.contact
  }
}

function honesty(plan: Plan, context: BookingContext, voice: Voice, offering: Offering | null): string {
  const { texts } = voice
  const { contact, levels } = context.offerings
  if (plan.draft.kind === 'cancel') return texts.staffCancel
  if (plan.draft.kind === 'change')
    return plan.draft.participants === null && plan.draft.more === null
      ? texts.staffChange
      : `${texts.staffChange} ${texts.capacity}`
  if (offering !== null && !offering.active)
    return texts.notOffered(texts.levelShort(levelWords(offering, voice)), contact)
  const asked = offering === null ? levels : [offering]
  const unconfirmed = asked.some(({ confirmedOn }) => confirmedOn === null)
  if (booksHere(offering, context)) return texts.notYet
  const end = plan.view.missing.some((name) => /^(level|date|participants|place)$/.test(name))
    ? texts.incomplete
    : texts.complete
  const several = plan.draft.mixed ? [texts.several] : []
  if (unconfirmed) return [texts.unconfirmed(contact), ...several, end].join('\n')
  return [...several, end, ...whyNotHere(plan, context, voice, offering)].join('\n')
}

/** Why the desk does not settle what it books for others, and who does. */
function whyNotHere(
  { draft, wishes }: Plan,
  { booker, offerings }: BookingContext,
  { texts }: Voice,
  offering: Offering | null,
): string[] {
  const { contact } = offerings
  if (booker === 'stranger') return isBookable(offering) ? [texts.unproven] : []
  if (booker !== 'handed-on') return []
  const alone = wishes.map(({ level }) => offeringOf(offerings, level))
  const each = draft.mixed && alone.every((one) => isBookable(one) && one.teams === null)
  return each ? [texts.oneByOne] : isBookable(offering) ? [texts.byStaff(contact)] : []
}

/** Whether the desk itself will book what is wished. */
function booksHere(offering: Offering | null, { booker }: BookingContext): boolean {
  return booker === 'member' && isBookable(offering)
}
