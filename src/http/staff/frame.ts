import type { Response } from 'express'
import { STAFF_DESK_TEXTS as T } from '../../texts/staff-desk.js'
import { type Html, html } from '../html.js'
import { TOKEN_FIELD } from '../sign-in/same-site.js'
import type { StaffSession } from '../sign-in/sessions.js'

/** Where the pages' own files are served. */
export const FILES = '/staff/files'
/** Set to true on a response when this desk books sessions: then its pages lead there. */
export const WITH_BOOKINGS = 'withBookings'

/** A page of the staff desk. */
export interface PageParts {
  readonly title: string
  /** Null on pages for who is not signed in. */
  readonly session: StaffSession | null
  readonly body: Html
  /** Entry of the navigation that this page is; left out for none. */
  readonly active?: keyof typeof T.navigation
  /** Names the page for its script: what to follow live. */
  readonly live?: string
  /** Address of a style sheet of its own. */
  readonly style?: string
}

/** Sends a page; it is kept nowhere, and names the desk to itself alone. */
export function sendPage(response: Response, parts: PageParts, status = 200): void {
  const bookings: unknown = response.locals[WITH_BOOKINGS]
  const page = frame(parts, bookings === true)
  response.status(status).type('text/html').send(String(page))
}

function frame({ title, session, body, active, live, style }: PageParts, bookings: boolean): Html {
  return html`<!doctype html>
<html lang="nl-BE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#12414f">
<title>${title} - ${T.name}</title>
<link rel="icon" href="${FILES}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${FILES}/staff.css">
${style !== undefined && html`<link rel="stylesheet" href="${style}">`}
<script src="${FILES}/staff.js" type="module"></script>
</head>
<body data-live="${live ?? ''}" data-token="${session?.csrf ?? ''}">
<a class="skip" href="#inhoud">${T.skip}</a>
<header class="top"><div class="top-inner">
<a class="name" href="/staff"><img src="${FILES}/icon.svg" alt="" width="32" height="32">${T.name}</a>
${session && navigation(session, active, bookings)}
${session && account(session)}
</div></header>
<p id="live" class="live" role="status"></p>
<main id="inhoud" tabindex="-1">
${body}
</main>
${words()}
</body>
</html>
`
}

/** Every word that the scripts show. */
function words(): Html {
  const pairs = Object.entries(T.words).map(([name, text]) => {
    const dashed = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return html` data-${dashed}="${text}"`
  })
  return html`<template id="words"${pairs}></template>`
}

function navigation({ staff }: StaffSession, active: PageParts['active'], bookings: boolean): Html {
  const shown = NAVIGATION.filter((name) => staff.role !== 'staff' || !FOR_LEADS.has(name)).filter(
    (name) => bookings || name !== 'bookings',
  )
  const links = shown.map((name) => {
    const current = name === active && html` aria-current="page"`
    return html`<li><a href="${PATHS[name]}"${current}>${T.navigation[name]}</a></li>`
  })
  return html`<nav aria-label="${T.navigationLabel}"><ul>${links}</ul></nav>`
}

const NAVIGATION = ['queue', 'bookings', 'answers', 'insights', 'troubles', 'audit', 'help'] as const
const FOR_LEADS: ReadonlySet<string> = new Set(['insights', 'troubles', 'audit'])

const PATHS: Readonly<Record<keyof typeof T.navigation, string>> = {
  queue: '/staff',
  bookings: '/staff/bookings',
  answers: '/staff/answers',
  insights: '/staff/insights',
  troubles: '/staff/troubles',
  audit: '/staff/audit',
  help: '/staff/help',
}

function account(session: StaffSession): Html {
  return html`<details class="account"><summary>${session.staff.name}</summary>
<div class="menu"><p>${T.roles[session.staff.role]}</p>
<form method="post" action="/staff/sign-out">${token(session)}<button>${T.signOut}</button></form>
<form method="post" action="/staff/sign-out/all">${token(session)}<button>${T.signOutAll}</button></form>
</div></details>`
}

/** Goes with every form. */
export function token({ csrf }: StaffSession): Html {
  return html`<input type="hidden" name="${TOKEN_FIELD}" value="${csrf}">`
}
