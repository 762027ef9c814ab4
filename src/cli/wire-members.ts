import { randomInt } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ProofDesk } from '../../adapters/web/proof.js'
import type { Clock } from '../desk/clock.js'
import { mailTo } from '../desk/mail-to.js'
import type { WhoIs } from '../desk/member-turn.js'
import { type MemberBody, readMemberBodies } from '../members/bodies.js'
import { identify } from '../members/identify.js'
import { MailProof } from '../members/mail-proof.js'
import type { Store } from '../store/store.js'
import { WEB_TEXTS } from '../texts/web.js'
import { organisationOf } from './wire-desk.js'

/** What tells who is asking. */
export interface MemberNeeds {
  readonly knowledgeDir: string
  readonly store: Pick<Store, 'records' | 'posts'>
  readonly clock: Clock
  /** Whether a mail server is configured. Without one a code is shown to who runs the desk, and only who sits at this machine may ask for one. */
  readonly mails: boolean
  /** Where such a code is shown. */
  readonly show: (line: string) => void
  readonly log: Logger
}

/** Who asks, and the way to prove it. */
export interface MemberWiring {
  readonly whoIs: WhoIs
  readonly proof: ProofDesk
  /** The address somebody proved on the page; null when none. */
  readonly provenMail: (person: string) => Promise<string | null>
}

/** How long the list of bodies is used before it is looked at again, in milliseconds. */
const LOOK_AGAIN_MS = 10_000

/**
 * Puts together who is asking: the list of bodies, what platforms vouch for, and proven addresses.
 *
 * @throws FileError when `members.csv` is wrong; a list that breaks later is reported and the last good one stays.
 */
export function wireMembers({ knowledgeDir, store, clock, mails, show, log }: MemberNeeds): MemberWiring {
  const bodies = livingBodies(
    join(organisationOf(knowledgeDir), 'organisation', 'members.csv'),
    () => clock.now().getTime(),
    (error) => log.error({ err: error }, 'members.csv'),
  )
  const proof = new MailProof({
    records: store.records,
    newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    send: async (mail, code, now) => {
      if (mails) await sendCode(store.posts, mail, code, now)
      else show(`Code voor ${mail}: ${code}`)
    },
  })
  return {
    provenMail: (person) => proof.proven(person, clock.now()),
    whoIs: async ({ channel, person, origin }) => {
      const mail = channel === 'web' ? await proof.proven(person, clock.now()) : null
      return identify({ ...origin, outsider: origin?.outsider ?? false, mail }, bodies())
    },
    proof: {
      request: async (person, mail, { network, here }) =>
        mails || here ? proof.request(person, mail, network, clock.now()) : 'no-mail',
      confirm: (person, code) => proof.confirm(person, code, clock.now()),
      forget: (person) => proof.forget(person),
      status: async (person) => {
        const mail = await proof.proven(person, clock.now())
        return { mail, bodies: identify({ outsider: false, mail }, bodies()).bodies }
      },
    },
  }
}

async function sendCode(posts: Store['posts'], mail: string, code: string, now: Date): Promise<void> {
  const { subject, text } = WEB_TEXTS.proofMail
  await posts.post(mailTo(mail, { subject, text: text(code) }), now)
}

/** The list as it stands, read again when the file changed. */
function livingBodies(file: string, time: () => number, onError: (error: unknown) => void) {
  let bodies: readonly MemberBody[] = readMemberBodies(file)
  let stamp = stampOf(file)
  let lookedAt = time()
  return () => {
    if (time() - lookedAt < LOOK_AGAIN_MS) return bodies
    lookedAt = time()
    const now = stampOf(file)
    if (now === stamp) return bodies
    stamp = now
    try {
      bodies = readMemberBodies(file)
    } catch (error) {
      onError(error)
    }
    return bodies
  }
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs}/${stats.size}/${stats.ino}` : ''
}
