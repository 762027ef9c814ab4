import type { Booking } from '../../booking/bookings.js'
import type { WeekDay, WeekEntry } from '../../desk/booking-desk.js'
import type { PathCount } from '../../desk/booking-minimum.js'
import { addDays } from '../../hours/day.js'
import { STAFF_BOOKING_TEXTS as T } from '../../texts/staff-bookings.js'
import { type Html, html } from '../html.js'
import type { StaffSession } from '../sign-in/sessions.js'
import { hidden, select } from './fields.js'
import { token } from './frame.js'
import type { StaffParts } from './parts.js'
import { dayInWords, momentText, weekdayInWords } from './time.js'

/** A week of sessions, day by day. */
export function weekPage(days: readonly WeekDay[], paths: readonly PathCount[], today: string): Html {
  const monday = days[0]?.day ?? ''
  const sunday = days.at(-1)?.day ?? ''
  const lists = days.map(
    ({
      day,
      entries,
    }) => html`<section class="stack" aria-labelledby="day-${day}"><h2 id="day-${day}">${weekdayInWords(day)}</h2>
${entries.length === 0 ? html`<p class="empty">${T.nothing}</p>` : html`<ul class="cards">${entries.map(line)}</ul>`}</section>`,
  )
  return html`<h1>${T.title}</h1><h2>${T.week(dayInWords(monday), dayInWords(sunday))}</h2>
<p class="buttons"><a class="button second" href="/staff/bookings?week=${addDays(monday, -7)}">${T.previous}</a>
<a class="button second" href="/staff/bookings">${T.thisWeek}</a>
<a class="button second" href="/staff/bookings?week=${addDays(monday, 7)}">${T.next}</a></p>
<form method="get" action="/staff/bookings" class="buttons"><label for="week">${T.otherWeek}</label>
<input id="week" name="week" type="date" value="${monday}" required><button class="plain">${T.show}</button></form>${lists}${paths.length > 0 && pathList(paths, today)}`
}

/** The learning paths, and which of them miss their minimum now that nobody can join any more. */
function pathList(paths: readonly PathCount[], today: string): Html {
  const items = paths.map(({ path: { name, teams: size, joinUntil }, teams }) => {
    const short = today > joinUntil && teams < size.min
    return html`<li><strong>${name.nl}</strong>
<p class="facts"><span>${T.pathTeams(teams, size.min, size.max)}</span><span>${T.pathUntil(dayInWords(joinUntil))}</span>
${short && html`<strong class="badge urgent">${T.pathShort}</strong>`}</p></li>`
  })
  return html`<section class="stack" aria-labelledby="paths"><h2 id="paths">${T.paths}</h2><ul class="cards">${items}</ul></section>`
}

function line({ booking, number, host, when }: WeekEntry): Html {
  const { id, reference, body, state, tentative, participants, place, path } = booking
  return html`<li><a href="/staff/bookings/${id}"><span class="reference">${reference}</span> ${when}</a>
<p class="facts"><span class="badge">${T.states[state]}</span>${tentative && html`<strong class="badge urgent">${T.tentative}</strong>`}
${path !== null && html`<span>${T.part(number)}</span>`}<span dir="auto">${body ?? T.unknown}</span>
<span>${T.participants}: ${participants}</span><span dir="auto">${place}</span><span>${host}</span></p></li>`
}

/** One booking as it is shown. */
export interface BookingView {
  readonly booking: Booking
  /** One line about it. */
  readonly words: string
  /** Day on which to look for a free moment, and the moments found; null when nobody asked. */
  readonly free: { readonly day: string; readonly starts: readonly string[] } | null
  readonly done: string | null
  readonly refused: string | null
}

/** One booking with what can be done with it. */
export function bookingPage(parts: StaffParts, session: StaffSession, view: BookingView): Html {
  const { booking, words, free, done, refused } = view
  const { body, contact, participants, place, times, state, tentative } = booking
  const when = times.map(({ start }) => momentText(new Date(start).toISOString(), parts.hours, parts.now()))
  const hosts = [...new Set(times.map(({ host }) => host))]
  const rows = [
    [T.when, when.join('; ')],
    [T.host, hosts.join(', ')],
    [T.body, body ?? T.unknown],
    [T.contact, [contact?.name, contact?.mail].filter((one) => one).join(', ') || T.unknown],
    [T.participants, String(participants)],
    [T.place, place],
  ].map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)
  const open = state === 'held' || state === 'confirmed'
  return html`<p class="back"><a href="/staff/bookings?week=${firstDay(booking)}">${T.back}</a></p>
<h1>${booking.reference} <span class="topic">${words}</span></h1>
<p class="facts"><span class="badge">${T.states[state]}</span>${tentative && html`<strong class="badge urgent">${T.tentative}</strong>`}</p>
${done !== null && html`<p class="done" role="status">${done}</p>`}${refused !== null && html`<p class="refused" role="alert">${refused}</p>`}
<section class="panel" aria-labelledby="about"><h2 id="about">${T.about}</h2><dl>${rows}</dl></section>
${open && forms(session, booking, free)}`
}

function forms(session: StaffSession, booking: Booking, free: BookingView['free']): Html {
  const { id, participants, tentative, path } = booking
  const form = (action: string, body: Html) =>
    html`<form method="post" action="/staff/bookings/${id}/${action}" class="stack">${token(session)}${hidden('version', booking.version)}${body}</form>`
  return html`${tentative && form('settle', html`<p><button class="button">${T.settle}</button></p>`)}
${path === null && moving(booking, free, form)}
<section class="panel" aria-labelledby="people"><h2 id="people">${T.participants}</h2>${form(
    'participants',
    html`<p class="field"><label for="participants">${T.participants}</label>
<input id="participants" name="participants" type="number" min="1" max="500" value="${participants}" required></p><p><button class="plain">${T.participantsSave}</button></p>`,
  )}</section>
<section class="panel" aria-labelledby="cancel"><h2 id="cancel">${T.cancel}</h2><p class="hint">${T.cancelWhy}</p>${form('cancel', html`<p><button class="plain">${T.cancelSave}</button></p>`)}</section>`
}

function moving(
  booking: Booking,
  free: BookingView['free'],
  form: (action: string, body: Html) => Html,
): Html {
  const starts = (free?.starts ?? []).map((start) => [start, start.slice(11, 16).replace(':', '.')] as const)
  return html`<section class="panel" aria-labelledby="move"><h2 id="move">${T.move}</h2>
<form method="get" action="/staff/bookings/${booking.id}" class="row-form"><p class="field"><label for="dag">${T.moveDay}</label>
<input id="dag" name="dag" type="date" value="${free?.day ?? firstDay(booking)}" required></p><button class="plain">${T.moveLook}</button></form>
${free !== null && starts.length === 0 && html`<p>${T.moveNone}</p>`}
${starts.length > 0 && form('move', html`${select('start', T.moveTo, starts, '')}<p><button class="button">${T.moveSave}</button></p>`)}</section>`
}

function firstDay({ times }: Booking): string {
  return new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Brussels', dateStyle: 'short' }).format(
    times[0]?.start ?? 0,
  )
}
