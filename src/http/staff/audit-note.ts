import type { StaffMember } from '../../escalation/actions.js'
import type { StaffParts } from './parts.js'

/** Writes down what a colleague did, or tried to do. */
export async function note(
  { audit, now }: Pick<StaffParts, 'audit' | 'now'>,
  { id, name }: StaffMember,
  action: string,
  subject: string,
  outcome: string,
): Promise<void> {
  await audit.write({ at: now().toISOString(), actor: id, actorName: name, action, subject, outcome })
}
