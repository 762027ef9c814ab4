import type { SlackServer } from './slack-server.js'
import { labelsOf, stateOf } from './slack-shown.js'
import type { SlackMessage } from './slack-workspace.js'

/** How an event is told, beside what it says. */
export interface Telling {
  readonly eventId?: string
  /** Slack counts from 1; 0 is the first time. */
  readonly retry?: number
  /** Of the signature, in seconds since the epoch. */
  readonly signedAt?: number
  /** Changes the body after it was signed. */
  readonly tamper?: (body: string) => string
  /** The workspace that is told; the installed one when left out. */
  readonly team?: string
}

/** What people do in Slack, and how Slack tells the desk of it over HTTP. */
export class SlackPeople {
  readonly #server: SlackServer
  readonly #url: string
  #events = 0

  /** @param deskUrl where the desk listens, without a slash at the end. */
  constructor(server: SlackServer, deskUrl: string) {
    this.#server = server
    this.#url = `${deskUrl}/slack/events`
  }

  /** Tells of an event; the status the desk answers with. */
  async tell(event: object, telling: Telling = {}): Promise<number> {
    const { retry = 0 } = telling
    const body = JSON.stringify(this.envelope(event, telling))
    const headers =
      retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}
    return (await this.#send(body, 'application/json', headers, telling)).status
  }

  /** An event as Slack wraps it. */
  envelope(event: object, { eventId, team }: Telling = {}): object {
    this.#events += 1
    const installed = team ?? this.#server.workspace.team
    return {
      token: 'of no use',
      team_id: installed,
      api_app_id: 'A0APP',
      event,
      type: 'event_callback',
      event_id: eventId ?? `Ev${this.#events}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: installed,
          user_id: this.#server.workspace.bot.user,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: '4-context',
    }
  }

  /** Writes a message and tells of it, as a mention too when it is one; whether all of that was acknowledged. */
  async writes(user: string, channel: string, text: string, thread: string | null = null) {
    const message = this.#server.workspace.write(user, channel, text, thread)
    const statuses = await Promise.all(this.eventsOf(message, channel).map((event) => this.tell(event)))
    return { message, acknowledged: statuses.every((status) => status === 200) }
  }

  /** The events Slack makes of a message: of a mention in a channel there are two. */
  eventsOf(message: SlackMessage, channel: string): readonly object[] {
    const { workspace } = this.#server
    const root = workspace.channel(channel).messages.find(({ ts }) => ts === message.thread)
    const event = {
      ...workspace.asApi(message, false),
      channel,
      event_ts: message.ts,
      ...(root && { parent_user_id: root.user }),
    }
    const type = channel.startsWith('D') ? 'im' : 'channel'
    const told = [{ ...event, type: 'message', channel_type: type }]
    const mention = type === 'channel' && message.text.includes(`<@${workspace.bot.user}>`)
    return mention ? [{ ...event, type: 'app_mention' }, ...told] : told
  }

  async edits(message: SlackMessage, channel: string, text: string, telling: Telling = {}): Promise<number> {
    const { workspace } = this.#server
    const before = workspace.asApi(message, false)
    message.text = text
    message.edited = workspace.nextTs()
    const event = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel,
      ts: message.edited,
      event_ts: message.edited,
      message: workspace.asApi(message, false),
      previous_message: before,
      channel_type: channel.startsWith('D') ? 'im' : 'channel',
    }
    return this.tell(event, telling)
  }

  async deletes(message: SlackMessage, channel: string): Promise<number> {
    const { workspace } = this.#server
    const { messages } = workspace.channel(channel)
    messages.splice(messages.indexOf(message), 1)
    const ts = workspace.nextTs()
    return this.tell({
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel,
      ts,
      event_ts: ts,
      deleted_ts: message.ts,
      previous_message: workspace.asApi(message, false),
      channel_type: channel.startsWith('D') ? 'im' : 'channel',
    })
  }

  /** Presses the button with this label under a post. */
  async presses(user: string, channel: string, post: SlackMessage, label: string): Promise<number> {
    const { blocks } = post
    for (const block of blocks) {
      const element = block.type === 'actions' && block.elements.find(({ text }) => text.text === label)
      if (!element || block.type !== 'actions') continue
      return (await this.#interacts(this.pressPayload(user, channel, post, element, block.block_id ?? '')))
        .status
    }
    throw new Error(`There is no button "${label}"; there are: ${labelsOf(blocks).join(', ')}`)
  }

  pressPayload(
    user: string,
    channel: string,
    post: SlackMessage,
    element: { readonly action_id: string; readonly value?: string | undefined },
    blockId: string,
  ): object {
    const { workspace } = this.#server
    return {
      type: 'block_actions',
      user: this.#userObject(user),
      api_app_id: 'A0APP',
      token: 'of no use',
      container: { type: 'message', message_ts: post.ts, channel_id: channel, is_ephemeral: false },
      trigger_id: workspace.nextTrigger(user),
      team: { id: workspace.team, domain: 'vvsg-test' },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: channel, name: 'kanaal' },
      message: workspace.asApi(post, false),
      response_url: `${this.#server.apiUrl}response`,
      actions: [{ ...element, block_id: blockId, type: 'button', action_ts: `${Date.now() / 1000}` }],
    }
  }

  /** Fills in the form that was opened last and sends it; what the desk answers. */
  async submits(user: string, values: Readonly<Record<string, string>>) {
    const { workspace } = this.#server
    const opened = workspace.views.findLast((view) => view.user === user)
    if (!opened) throw new Error('No form was opened')
    const state = Object.fromEntries(
      opened.view.blocks.flatMap((block) => {
        if (block.type !== 'input') return []
        const given = values[block.label.text] ?? ''
        return [[block.block_id ?? '', { [block.element.action_id]: stateOf(block.element, given) }]]
      }),
    )
    const response = await this.#interacts({
      type: 'view_submission',
      team: { id: workspace.team, domain: 'vvsg-test' },
      user: this.#userObject(user),
      api_app_id: 'A0APP',
      token: 'of no use',
      trigger_id: workspace.nextTrigger(user),
      view: { ...opened.view, id: opened.id, team_id: workspace.team, state: { values: state }, hash: '1.a' },
      response_urls: [],
      is_enterprise_install: false,
      enterprise: null,
    })
    const text = await response.text()
    return { status: response.status, answer: text === '' ? null : (JSON.parse(text) as unknown) }
  }

  async commands(user: string, channel: string, text: string) {
    const { workspace } = this.#server
    const form = new URLSearchParams({
      token: 'of no use',
      team_id: workspace.team,
      team_domain: 'vvsg-test',
      channel_id: channel,
      channel_name: 'kanaal',
      user_id: user,
      user_name: 'naam',
      command: '/vraagadvies',
      text,
      api_app_id: 'A0APP',
      is_enterprise_install: 'false',
      response_url: `${this.#server.apiUrl}response`,
      trigger_id: workspace.nextTrigger(user),
    })
    const response = await this.#send(form.toString(), FORM, {}, {})
    return { status: response.status, text: await response.text() }
  }

  async opensHome(user: string, tab: 'home' | 'messages'): Promise<number> {
    const channel = `D${user.slice(1)}`
    return this.tell({ type: 'app_home_opened', user, channel, tab, event_ts: '1.2' })
  }

  #userObject(user: string): object {
    const { workspace } = this.#server
    const known = workspace.users.get(user)
    return { id: user, username: 'naam', name: 'naam', team_id: known?.team ?? workspace.team }
  }

  #interacts(payload: object): Promise<Response> {
    return this.#send(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM, {}, {})
  }

  #send(
    body: string,
    type: string,
    headers: Record<string, string>,
    { signedAt, tamper }: Telling,
  ): Promise<Response> {
    const signed = this.#server.sign(body, signedAt)
    return fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': type, ...signed, ...headers },
      body: tamper ? tamper(body) : body,
    })
  }
}

const FORM = 'application/x-www-form-urlencoded'
