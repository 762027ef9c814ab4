import { createHash } from 'node:crypto'
import { z } from 'zod'

/** Where codes and proofs are kept; each value is opaque text with an end. */
export interface ProofRecords {
  get(kind: string, key: string, now: Date): Promise<string | null>
  put(kind: string, key: string, value: string, now: Date, until: Date | null): Promise<void>
  add(kind: string, key: string, value: string, now: Date, until: Date | null): Promise<boolean>
  take(kind: string, key: string, now: Date): Promise<string | null>
  remove(kind: string, key: string): Promise<void>
}

export interface MailProofOptions {
  readonly records: ProofRecords
  /** Sends the code to the address, or shows it to who runs the desk. */
  readonly send: (mail: string, code: string, now: Date) => Promise<void>
  /** Six digits, unpredictable. */
  readonly newCode: () => string
}

/** How a request for a code ended. `too-many`: this person, address or network asked too often; later again. */
export type CodeRequest = 'sent' | 'not-an-address' | 'too-many'

/** `wrong`: not this code. `expired`: there is no code to answer, or it was tried too often; ask a new one. */
export type CodeAnswer = 'proven' | 'wrong' | 'expired'

/** Kinds of the records, for whoever erases a person. */
export const PROOF_RECORDS = { code: 'mail-code', attempts: 'mail-code-slot', proof: 'mail-proof' } as const

const CODE_MS = 15 * 60_000
const PROOF_MS = 180 * 24 * 60 * 60_000
const HOUR_MS = 60 * 60_000
const CODES_PER_HOUR = { person: 5, mail: 5, network: 30 }
const TRIES_PER_CODE = 5

const kept = z.object({ mail: z.string(), hash: z.string(), id: z.string() })
const proof = z.object({ mail: z.string() })
const address = z.email()

/**
 * Lets somebody on the web page prove an address: a code goes there by mail, and who can read it types it back.
 *
 * The code is kept as a hash, works once, for 15 minutes and for five tries; the proof holds for 180 days.
 */
export class MailProof {
  readonly #options: MailProofOptions

  constructor(options: MailProofOptions) {
    this.#options = options
  }

  /** Sends a code. @param network where the request came from, for the limit only; kept as a hash. */
  async request(person: string, mail: string, network: string, now: Date): Promise<CodeRequest> {
    const to = mail.trim().toLowerCase()
    if (to.length > 254 || !address.safeParse(to).success) return 'not-an-address'
    const allowed =
      (await this.#slot(`person:${person}`, CODES_PER_HOUR.person, now)) &&
      (await this.#slot(`mail:${to}`, CODES_PER_HOUR.mail, now)) &&
      (await this.#slot(`network:${network}`, CODES_PER_HOUR.network, now))
    if (!allowed) return 'too-many'
    const code = this.#options.newCode()
    const id = digest(`${person}/${now.getTime()}/${code}`)
    const value = JSON.stringify({ mail: to, hash: digest(`${person}/${code}`), id })
    await this.#options.records.put(PROOF_RECORDS.code, person, value, now, new Date(now.getTime() + CODE_MS))
    await this.#options.send(to, code, now)
    return 'sent'
  }

  /** Checks a code that came back; spaces in it do not matter. */
  async confirm(person: string, code: string, now: Date): Promise<CodeAnswer> {
    const { records } = this.#options
    const stored = await records.get(PROOF_RECORDS.code, person, now)
    if (stored === null) return 'expired'
    const { mail, hash, id } = kept.parse(JSON.parse(stored))
    if (!(await this.#slot(`code:${id}`, TRIES_PER_CODE, now))) return 'expired'
    if (digest(`${person}/${code.replaceAll(/\s/g, '')}`) !== hash) return 'wrong'
    // Of two that answer at once one takes the code.
    if ((await records.take(PROOF_RECORDS.code, person, now)) === null) return 'expired'
    const until = new Date(now.getTime() + PROOF_MS)
    await records.put(PROOF_RECORDS.proof, person, JSON.stringify({ mail }), now, until)
    return 'proven'
  }

  /** The address this person proved; null when none, or too long ago. */
  async proven(person: string, now: Date): Promise<string | null> {
    const stored = await this.#options.records.get(PROOF_RECORDS.proof, person, now)
    return stored === null ? null : proof.parse(JSON.parse(stored)).mail
  }

  /** Forgets the proof and a code under way. */
  async forget(person: string): Promise<void> {
    await this.#options.records.remove(PROOF_RECORDS.proof, person)
    await this.#options.records.remove(PROOF_RECORDS.code, person)
  }

  /** Takes one of the places of this hour; numbered places make that safe for requests that come at once. */
  async #slot(what: string, places: number, now: Date): Promise<boolean> {
    const hour = Math.floor(now.getTime() / HOUR_MS)
    const until = new Date((hour + 1) * HOUR_MS)
    for (let place = 0; place < places; place += 1) {
      const key = digest(`${what}/${hour}/${place}`)
      if (await this.#options.records.add(PROOF_RECORDS.attempts, key, '{}', now, until)) return true
    }
    return false
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
