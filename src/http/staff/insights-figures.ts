import type { PeriodKey } from '../../insights/period.js'
import type { Report } from '../../insights/report.js'
import type { Figure } from '../../insights/tables.js'
import type { Theme } from '../../insights/themes.js'
import type { MemberKind } from '../../members/member.js'
import { INSIGHT_TEXTS as T } from '../../texts/insights.js'
import { durationText } from '../../texts/staff.js'
import { type StaffParts, topicName } from './parts.js'

/** A report with the parts of the desk that give its keys names. */
export interface Named {
  readonly parts: Pick<StaffParts, 'topics' | 'directory' | 'hours'>
  readonly report: Report
}

/** What was chosen to see. */
export interface Chosen {
  readonly key: PeriodKey
  /** Null for all kinds of bodies. */
  readonly kind: MemberKind | null
  readonly now: Date
}

/** A figure as it is read: "1.204", "< 5" or "x". */
export function figureText(figure: Figure): string {
  if (figure === 'small') return T.small
  return figure === 'withheld' ? T.withheld : countText(figure)
}

export function countText(count: number): string {
  return count.toLocaleString('nl-BE')
}

/** What a figure counts for in a chart: nothing when it is hidden. */
export function height(figure: Figure | undefined): number {
  return typeof figure === 'number' ? figure : 0
}

export function themeName({ parts }: Pick<Named, 'parts'>, theme: Theme): string {
  if (theme.kind === 'topic') return topicName(parts, theme.key) ?? theme.key
  return T.themes[theme.kind]
}

/** "Team Personeel" or "Team Personeel (verantwoordelijke: Lena Dewaele)". */
export function ownerOf({ parts }: Pick<Named, 'parts'>, team: string): string {
  const known = parts.topics.teams.find(({ key }) => key === team)
  const lead = parts.directory.byId(known?.lead ?? null)
  const name = known?.name ?? team
  return lead === null ? name : `${name} (${T.gaps.lead(lead.name)})`
}

/** Minutes of working time in words; too few to say is said so. */
export function waitText(minutes: number | null): string {
  if (minutes === null) return T.replies.few
  return minutes < 1 ? T.replies.atOnce : durationText(minutes)
}
