import type { MemberBody } from './bodies.js'
import { type MemberIdentity, STRANGER } from './identity.js'

/** What is known of somebody: vouched for by a platform, or proven by a code that was mailed. */
export interface Evidence {
  readonly slackTeam?: string
  readonly teamsTenant?: string
  /** A guest of the platform's organisation: nobody vouches for whom they work. */
  readonly outsider: boolean
  /** An address the person proved; null when none. */
  readonly mail: string | null
}

/**
 * For which body somebody asks. A proven address says it more exactly than a workspace that several bodies share;
 * where both are known only bodies that fit both remain, and when none does the address decides.
 *
 * A guest of a workspace or tenant is a stranger, unless a proven address says otherwise.
 *
 * @example
 * ```ts
 * identify({ outsider: false, mail: 'an@zonnegem.be' }, bodies).body // 'Gemeente Zonnegem'
 * ```
 */
export function identify(evidence: Evidence, bodies: readonly MemberBody[]): MemberIdentity {
  const byMail =
    evidence.mail === null
      ? []
      : bodies.filter(({ mailDomains }) => mailDomains.includes(domainOf(evidence.mail)))
  const byPlatform = evidence.outsider ? [] : bodies.filter((body) => vouchedFor(body, evidence))
  const both = byMail.filter((body) => byPlatform.includes(body))
  const found = both.length > 0 ? both : byMail.length > 0 ? byMail : byPlatform
  const [first, ...others] = found
  if (first === undefined) return { ...STRANGER, mail: evidence.mail }
  return {
    known: true,
    kind: first.kind,
    body: others.length === 0 ? first.name : null,
    bodies: found.map(({ name }) => name),
    mail: evidence.mail,
  }
}

function vouchedFor({ slackTeams, teamsTenants }: MemberBody, { slackTeam, teamsTenant }: Evidence): boolean {
  return (
    (slackTeam !== undefined && slackTeams.includes(slackTeam)) ||
    (teamsTenant !== undefined && teamsTenants.includes(teamsTenant.toLowerCase()))
  )
}

function domainOf(mail: string | null): string {
  return mail?.slice(mail.lastIndexOf('@') + 1).toLowerCase() ?? ''
}
