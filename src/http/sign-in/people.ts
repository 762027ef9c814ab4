import type { StaffMember } from '../../escalation/actions.js'

/** The colleagues the organisation listed, as sign-in asks for them. */
export interface StaffPeople {
  /** Null when nobody has this id. */
  byId(id: string): StaffMember | null
  /** Null when nobody has this address; capitals make no difference. */
  byMail(mail: string): StaffMember | null
}

/** Who came in, and how that was proved. */
export interface Person {
  /** Stable name of the proved account: `oid@tid` for Entra ID, else the provider's `sub`; `link` for the one-time link. */
  readonly subject: string
  readonly staff: StaffMember
  /** Whether the colleague stands in `staff.yaml`: then what that file says counts at every request. */
  readonly listed: boolean
  readonly via: 'open-id' | 'link'
}

/** Whoever opened the one-time link: the machine itself is the proof. */
export const LINK_PERSON: Person = {
  subject: 'link',
  staff: { id: 'beheerder', name: 'Beheerder', role: 'admin', teams: [] },
  listed: false,
  via: 'link',
}
