import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { z } from 'zod'
import type { Records } from '../../src/desk/ports.js'
import { SlackError } from './errors.js'
import type { Bot } from './inbound.js'

/** Records of this kind hold installations, encrypted. */
const INSTALLATION_RECORDS = 'slack-installation'

/** The app as it is installed in one workspace, or in all of an organisation. */
export interface Installation extends Bot {
  readonly botId: string
  readonly token: string
  /** UTC, ISO 8601. */
  readonly installedAt: string
}

const installationSchema = z.object({
  team: z.string(),
  enterprise: z.string().nullable(),
  userId: z.string(),
  botId: z.string(),
  token: z.string(),
  installedAt: z.string(),
})

/** Which workspace an event comes from. */
export interface InstalledIn {
  readonly team: string | null
  readonly enterprise: string | null
}

/** Where the desk is installed. */
export interface Installations {
  /**
   * The installation of a workspace, else of its organisation; null when there is none.
   *
   * @throws when it cannot be found out now.
   */
  find(where: InstalledIn): Promise<Installation | null>
}

/** The one installation whose token comes from the environment. Slack is asked whose it is when that is first needed. */
export class EnvironmentInstallation implements Installations {
  readonly #client: WebClient
  readonly #token: string
  #asked: Promise<Installation> | null = null

  constructor(token: string, options: WebClientOptions) {
    this.#token = token
    this.#client = new WebClient(token, options)
  }

  async find({ team, enterprise }: InstalledIn): Promise<Installation | null> {
    const installation = await this.#own()
    const here = installation.team === team || (enterprise !== null && installation.team === enterprise)
    return here ? installation : null
  }

  #own(): Promise<Installation> {
    this.#asked ??= this.#ask().catch((error: unknown) => {
      this.#asked = null
      throw error
    })
    return this.#asked
  }

  async #ask(): Promise<Installation> {
    const answer = ownSchema.parse(await this.#client.auth.test())
    const wide = answer.is_enterprise_install && answer.enterprise_id
    return {
      team: wide || answer.team_id,
      enterprise: answer.enterprise_id ?? null,
      userId: answer.user_id,
      botId: answer.bot_id ?? '',
      token: this.#token,
      installedAt: '',
    }
  }
}

const ownSchema = z.object({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
})

/** Installations that came by the install page, each encrypted under a key that only the environment has. */
export class StoredInstallations implements Installations {
  readonly #records: Records
  readonly #key: Buffer
  readonly #now: () => Date

  /** @param key 32 bytes. */
  constructor(records: Records, key: Buffer, now: () => Date) {
    this.#records = records
    this.#key = key
    this.#now = now
  }

  async find({ team, enterprise }: InstalledIn): Promise<Installation | null> {
    for (const id of [team, enterprise]) {
      const sealed = id === null ? null : await this.#records.get(INSTALLATION_RECORDS, id, this.#now())
      if (id !== null && sealed !== null) return this.#open(id, sealed)
    }
    return null
  }

  async store(installation: Installation): Promise<void> {
    const { team } = installation
    await this.#records.put(INSTALLATION_RECORDS, team, this.#seal(team, installation), this.#now(), null)
  }

  /**
   * @param before an installation made later than this stays: the news of a removal can come after a new installation.
   */
  async remove(where: InstalledIn, before: Date): Promise<void> {
    for (const id of [where.team, where.enterprise]) {
      if (id === null) continue
      const sealed = await this.#records.get(INSTALLATION_RECORDS, id, this.#now())
      if (sealed === null || isLater(this.#tryOpen(id, sealed), before)) continue
      await this.#records.remove(INSTALLATION_RECORDS, id)
    }
  }

  #seal(id: string, installation: Installation): string {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(Buffer.from(id))
    const sealed = Buffer.concat([cipher.update(JSON.stringify(installation)), cipher.final()])
    return JSON.stringify(Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64'))
  }

  #open(id: string, record: string): Installation {
    try {
      const bytes = Buffer.from(z.string().parse(JSON.parse(record)), 'base64')
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12))
      decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(12, 28))
      const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
      return installationSchema.parse(JSON.parse(opened.toString()))
    } catch (cause) {
      const message = `The Slack installation of ${id} cannot be read: set SLACK_INSTALLATIONS_KEY to the key it was stored with, or install the app there again`
      throw new SlackError('SLACK_INSTALLATION_UNREADABLE', message, { cause })
    }
  }

  #tryOpen(id: string, record: string): Installation | null {
    try {
      return this.#open(id, record)
    } catch {
      return null
    }
  }
}

function isLater(installation: Installation | null, than: Date): boolean {
  return installation !== null && Date.parse(installation.installedAt) > than.getTime()
}

/** The first of several that knows the workspace. */
export function firstInstallation(several: readonly Installations[]): Installations {
  return {
    async find(where) {
      for (const installations of several) {
        const found = await installations.find(where)
        if (found !== null) return found
      }
      return null
    },
  }
}
