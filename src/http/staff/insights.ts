import { type Request, type Response, Router } from 'express'
import { type PeriodKey, weeksOf } from '../../insights/period.js'
import { reportOf } from '../../insights/report.js'
import { MEMBER_KINDS } from '../../members/member.js'
import { INSIGHT_TEXTS as T } from '../../texts/insights.js'
import { leadsOnly, sessionOf } from '../sign-in/guard.js'
import { note } from './audit-note.js'
import { FILES, sendPage } from './frame.js'
import { csvOf, TABLES, tableName } from './insights-csv.js'
import type { Named } from './insights-figures.js'
import { insightsPage } from './insights-page.js'
import type { StaffParts } from './parts.js'

/** `/staff/insights`: what questions tell, for leads and administrators, as a page and as tables. */
export function insightRoutes(parts: StaffParts): Router {
  const router = Router()
  router.get('/staff/insights', leadsOnly, async (request, response) => {
    const { key, named } = await reportFor(parts, request)
    const kind = MEMBER_KINDS.find((known) => known === request.query.soort) ?? null
    const body = insightsPage(named, { key, kind, now: parts.now() })
    const style = `${FILES}/insights.css`
    sendPage(response, { title: T.title, session: sessionOf(request), body, active: 'insights', style })
  })
  router.get('/staff/insights/:table', leadsOnly, (request: Request<{ table: string }>, response) =>
    download(parts, request, response),
  )
  return router
}

async function reportFor(
  parts: StaffParts,
  request: Request<object>,
): Promise<{ readonly key: PeriodKey; readonly named: Named }> {
  const { periode } = request.query
  const now = parts.now()
  const { key, weeks } = weeksOf(typeof periode === 'string' ? periode : '', now, parts.hours.zone)
  const report = await reportOf({ ...parts.insights, hours: parts.hours }, weeks, now)
  return { key, named: { parts, report } }
}

async function download(
  parts: StaffParts,
  request: Request<{ table: string }>,
  response: Response,
): Promise<void> {
  const name = tableName(request.params.table.replace(/\.csv$/u, ''))
  if (name === null) {
    response.sendStatus(404)
    return
  }
  const { key, named } = await reportFor(parts, request)
  await note(parts, sessionOf(request).staff, 'insights.download', `${name} ${key}`, 'done')
  response
    .attachment(`${name}-${key}.csv`)
    .type('text/csv; charset=utf-8')
    .send(csvOf(TABLES[name](named)))
}
