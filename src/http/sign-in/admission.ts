import type { Records } from '../../desk/ports.js'
import type { StaffMember } from '../../escalation/actions.js'
import { type Claims, SignInError } from './open-id.js'
import type { Person, StaffPeople } from './people.js'

const KIND = 'staff-account'
/** From the most to the least that one may do. */
const ROLES = ['admin', 'lead', 'staff'] as const

/**
 * Decides who an account is on the staff desk: a colleague of `staff.yaml` by mail address, or else somebody to whom
 * the provider gave a role of ours.
 *
 * The first account that comes in under a colleague's address is tied to that colleague: an address can be given to
 * somebody else later, an account id cannot.
 *
 * @throws SignInError `unknown`, or `taken` when another account is tied to that colleague.
 */
export async function admit(
  claims: Claims,
  people: StaffPeople,
  records: Records,
  now: Date,
): Promise<Person> {
  const listed = claims.mail === null ? null : people.byMail(claims.mail)
  if (listed !== null) {
    await tie(listed.id, claims.subject, records, now)
    return { subject: claims.subject, staff: listed, listed: true, via: 'open-id' }
  }
  const role = roleOf(claims.roles)
  if (role === null) throw new SignInError('unknown', 'The account is no colleague of the staff desk')
  const staff: StaffMember = { id: claims.subject, name: claims.name, role, teams: [] }
  return { subject: claims.subject, staff, listed: false, via: 'open-id' }
}

/** Unties a colleague from the account that came in first, so that a new account can take over; false when none was tied. */
export async function untie(staffId: string, records: Records, now: Date): Promise<boolean> {
  return (await records.take(KIND, staffId, now)) !== null
}

async function tie(staffId: string, subject: string, records: Records, now: Date): Promise<void> {
  if (await records.add(KIND, staffId, subject, now, null)) return
  if ((await records.get(KIND, staffId, now)) === subject) return
  throw new SignInError('taken', `Another account is tied to ${staffId}`)
}

/** The highest of `Vraagbaak.Admin`, `Vraagbaak.Lead` and `Vraagbaak.Staff`; a bare "admin" may be about something else. */
function roleOf(roles: readonly string[]): StaffMember['role'] | null {
  const names = roles.map((role) => role.toLowerCase())
  return ROLES.find((role) => names.includes(`vraagbaak.${role}`)) ?? null
}
