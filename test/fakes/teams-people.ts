import type { TeamsConnector, TeamsPost } from './teams-connector.js'
import { buttonsOf, type TeamsActivity } from './teams-connector.js'

export const TENANT = '7f3d1c52-0000-4000-8000-000000000001'
export const STRANGE_TENANT = '0bad0000-0000-4000-8000-000000000009'
export const APP_ID = 'aaaaaaaa-0000-4000-8000-00000000000a'
export const BOT = { id: `28:${APP_ID}`, name: 'Vraagbaak' } as const

/** The object id of somebody, by a short name. */
export function objectId(name: string): string {
  return `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`
}

/** Where somebody writes. */
export interface Chat {
  readonly id: string
  readonly type: 'personal' | 'groupChat' | 'channel'
  readonly tenant?: string
}

/** A personal chat of somebody with the desk. */
export function personal(name: string, tenant = TENANT): Chat {
  return { id: `a:1-${name}`, type: 'personal', tenant }
}

/** People in Teams: what they write and press comes to the desk as Teams would bring it, signed. */
export class TeamsPeople {
  readonly #connector: TeamsConnector
  readonly #url: string
  #count = 0

  /** @param url of the desk. */
  constructor(connector: TeamsConnector, url: string) {
    this.#connector = connector
    this.#url = url
  }

  /** What Teams sends when somebody writes, complete; `more` stands over it. */
  activity(name: string, chat: Chat, more: TeamsActivity = {}): TeamsActivity {
    this.#count += 1
    const tenant = chat.tenant ?? TENANT
    return {
      type: 'message',
      id: `${1_763_700_000_000 + this.#count}`,
      timestamp: '2026-11-23T09:00:00.000Z',
      localTimestamp: '2026-11-23T10:00:00.000+01:00',
      channelId: 'msteams',
      serviceUrl: this.#connector.url,
      from: { id: `29:${name}`, name: fullName(name), aadObjectId: objectId(name) },
      recipient: BOT,
      conversation: {
        id: chat.id,
        conversationType: chat.type,
        tenantId: tenant,
        ...(chat.type !== 'personal' && { isGroup: true }),
      },
      channelData: { tenant: { id: tenant } },
      entities: [{ type: 'clientInfo', locale: 'nl-BE', country: 'BE', platform: 'Web' }],
      ...more,
    }
  }

  /** Somebody writes; in a group or channel with a mention of the desk. */
  written(name: string, chat: Chat, text: string, more: TeamsActivity = {}): TeamsActivity {
    const at = `<at>${BOT.name}</at>`
    const mentioned = chat.type !== 'personal'
    return this.activity(name, chat, {
      text: mentioned ? `${at} ${text}` : text,
      textFormat: 'plain',
      attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div></div>` }],
      ...(mentioned && { entities: [{ type: 'mention', mentioned: BOT, text: at }] }),
      ...more,
    })
  }

  /** Somebody presses a button of a card (the innermost: with what they filled in). */
  pressed(
    name: string,
    chat: Chat,
    post: TeamsPost,
    label: string,
    { fields = {}, how = 'execute' }: PressOptions = {},
  ): TeamsActivity {
    const button = buttonsOf(post).get(label)
    if (!button) throw new Error(`No button "${label}" but ${[...buttonsOf(post).keys()].join(', ')}`)
    const [press, inputs] = innermost(button)
    const filled = Object.fromEntries(
      inputs.map((input) => [String(input.id), filledIn(input, fields[String(input.label)])]),
    )
    const data = { ...(press.data as TeamsActivity), ...filled }
    return this.activity(name, chat, {
      replyToId: post.id,
      ...(how === 'submit'
        ? { value: data }
        : {
            type: 'invoke',
            name: 'adaptiveCard/action',
            value: { action: { type: 'Action.Execute', verb: press.verb, data }, trigger: 'manual' },
          }),
    })
  }

  /** Teams fetches the card of a post anew for somebody who looks at it. */
  looks(name: string, chat: Chat, post: TeamsPost): TeamsActivity {
    const [attachment] = (post.activity.attachments ?? []) as readonly { readonly content: TeamsActivity }[]
    const { action } = (attachment?.content.refresh ?? {}) as TeamsActivity
    return this.activity(name, chat, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: post.id,
      value: { action, trigger: 'automatic' },
    })
  }

  /** Teams brings an activity, with a good signature unless another header is given. */
  async tell(
    activity: TeamsActivity,
    authorization = this.signature(),
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(`${this.#url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(activity),
    })
    const text = await response.text()
    const body: unknown = text.startsWith('{') ? JSON.parse(text) : text
    return { status: response.status, body }
  }

  /** A good signature; `claims` stand over it. */
  signature(claims: TeamsActivity = {}): string {
    const now = Math.floor(Date.now() / 1000)
    return this.#connector.sign({
      iss: 'https://api.botframework.com',
      aud: APP_ID,
      serviceurl: this.#connector.url,
      nbf: now - 60,
      exp: now + 3600,
      ...claims,
    })
  }
}

interface PressOptions {
  /** By label; of a choice, what it reads. */
  readonly fields?: Readonly<Record<string, string>>
  readonly how?: 'execute' | 'submit'
}

function filledIn({ choices, value = '' }: TeamsActivity, text: string | undefined): unknown {
  const options = (choices ?? []) as readonly { readonly title: string; readonly value: string }[]
  return options.find(({ title }) => title === text)?.value ?? text ?? value
}

function innermost(button: TeamsActivity): readonly [TeamsActivity, readonly TeamsActivity[]] {
  if (button.type !== 'Action.ShowCard') return [button, []]
  const card = button.card as { readonly body: TeamsActivity[]; readonly actions: TeamsActivity[] }
  const inputs = card.body.filter(({ type }) => String(type).startsWith('Input.'))
  return [card.actions[0] ?? {}, inputs]
}

function fullName(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} Peeters`
}
