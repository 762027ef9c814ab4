import { asBlocks, asView, blocksProblem, type SlackView, viewProblem } from './slack-limits.js'
import { isTrue, pageOf } from './slack-pages.js'
import type { Answer, Args, SlackChannelState, SlackMessage, SlackUser } from './slack-state.js'

export type * from './slack-state.js'

/** How long a press may be answered with a modal, in milliseconds. */
const TRIGGER_MS = 3000
/** Slack truncates longer texts; here it is an error, so that nothing is lost unseen. */
const MAX_TEXT = 40_000

const fail = (error: string, more: object = {}): Answer => ({ ok: false, error, ...more })

/** One workspace with the app installed: people, channels, messages and views, under Slack's documented rules. */
export class SlackWorkspace {
  readonly team: string
  readonly bot = { user: 'U0BOT', id: 'B0BOT' }
  readonly users = new Map<string, SlackUser>()
  readonly channels = new Map<string, SlackChannelState>()
  readonly views: { readonly id: string; readonly user: string; readonly view: SlackView }[] = []
  readonly ephemeral: { readonly channel: string; readonly user: string; readonly text: string }[] = []
  readonly statuses: { readonly channel: string; readonly thread: string; readonly status: string }[] = []
  readonly prompts: { readonly channel: string; readonly titles: readonly string[] }[] = []
  readonly homes = new Map<string, SlackView>()
  readonly #now: () => Date
  readonly #triggers = new Map<string, { readonly user: string; readonly at: number; used: boolean }>()
  #counter = 0

  constructor(team: string, now: () => Date) {
    this.team = team
    this.#now = now
  }

  addUser(id: string, name: string, more: Partial<SlackUser> = {}): void {
    this.users.set(id, { id, name, team: this.team, restricted: false, ...more })
  }

  addChannel(id: string, ...members: readonly string[]): void {
    this.channels.set(id, { id, members: new Set([this.bot.user, ...members]), messages: [] })
  }

  /** Unique in the workspace, and rising. */
  nextTs(): string {
    this.#counter += 1
    return `${Math.floor(this.#now().getTime() / 1000)}.${String(this.#counter).padStart(6, '0')}`
  }

  nextTrigger(user: string): string {
    const trigger = `${this.#triggers.size + 1}.1.trigger`
    this.#triggers.set(trigger, { user, at: Date.now(), used: false })
    return trigger
  }

  /** Adds what a person writes. */
  write(user: string, channel: string, text: string, thread: string | null = null): SlackMessage {
    const message: SlackMessage = {
      ts: this.nextTs(),
      user,
      botId: null,
      thread,
      text,
      blocks: [],
      metadata: null,
      edited: null,
      asked: null,
    }
    this.channel(channel).messages.push(message)
    return message
  }

  channel(id: string): SlackChannelState {
    const channel = this.channels.get(id)
    if (!channel) throw new Error(`No channel ${id} in the workspace`)
    return channel
  }

  /** What the app posted in a channel, in order. */
  posts(channel: string): readonly SlackMessage[] {
    return this.channel(channel).messages.filter(({ botId }) => botId !== null)
  }

  readonly methods: Readonly<Record<string, (args: Args) => Answer>> = {
    'auth.test': () => ({
      ok: true,
      url: 'https://vvsg-test.slack.com/',
      team: 'Testdorp',
      user: 'vraagbaak',
      team_id: this.team,
      user_id: this.bot.user,
      bot_id: this.bot.id,
      is_enterprise_install: false,
    }),
    'chat.postMessage': (args) => this.#post(args),
    'chat.update': (args) => this.#update(args),
    'chat.postEphemeral': ({ channel, user, text }) => {
      this.ephemeral.push({ channel: String(channel), user: String(user), text: String(text) })
      return { ok: true, message_ts: this.nextTs() }
    },
    'conversations.history': (args) => this.#history(args),
    'conversations.replies': (args) => this.#replies(args),
    'conversations.open': (args) => this.#openDirect(String(args.users)),
    'users.info': (args) => this.#userInfo(String(args.user)),
    'views.open': (args) => this.#openView(args),
    'views.publish': ({ user_id: user, view }) => {
      const problem = viewProblem(view)
      if (problem !== null) return fail(problem)
      this.homes.set(String(user), asView(view))
      return { ok: true, view: { id: 'V0HOME' } }
    },
    'assistant.threads.setStatus': ({ channel_id: channel, thread_ts: thread, status }) => {
      if (!this.#find(String(channel), String(thread))) return fail('invalid_thread_ts')
      this.statuses.push({ channel: String(channel), thread: String(thread), status: String(status) })
      return { ok: true }
    },
    'assistant.threads.setSuggestedPrompts': ({ channel_id: channel, thread_ts: thread, prompts }) => {
      // In the agent surface a call that names a thread does nothing, and says nothing.
      if (thread === undefined && Array.isArray(prompts)) {
        const titles = prompts.slice(0, 4).map((prompt: { title?: string }) => prompt.title ?? '')
        this.prompts.push({ channel: String(channel), titles })
      }
      return { ok: true }
    },
  }

  #post(args: Args): Answer {
    const channel = this.channels.get(String(args.channel))
    const problem = this.#contentProblem(args) ?? channelProblem(channel, this.bot.user)
    if (problem !== null || !channel) return fail(problem ?? 'channel_not_found')
    const thread = typeof args.thread_ts === 'string' ? args.thread_ts : null
    if (thread !== null && !this.#find(channel.id, thread)) return fail('thread_not_found')
    const message: SlackMessage = {
      ts: this.nextTs(),
      user: this.bot.user,
      botId: this.bot.id,
      thread,
      text: String(args.text ?? ''),
      blocks: args.blocks === undefined ? [] : asBlocks(args.blocks),
      metadata: args.metadata ?? null,
      edited: null,
      asked: args,
    }
    channel.messages.push(message)
    return { ok: true, channel: channel.id, ts: message.ts, message: this.asApi(message, false) }
  }

  #update(args: Args): Answer {
    const problem = this.#contentProblem(args)
    if (problem !== null) return fail(problem)
    const message = this.#find(String(args.channel), String(args.ts))
    if (!message) return fail('message_not_found')
    if (message.botId !== this.bot.id) return fail('cant_update_message')
    message.text = String(args.text ?? '')
    message.blocks = args.blocks === undefined ? [] : asBlocks(args.blocks)
    message.metadata = args.metadata ?? null
    message.edited = this.nextTs()
    return { ok: true, channel: args.channel, ts: message.ts, text: message.text }
  }

  #contentProblem({ text, blocks }: Args): string | null {
    const empty = (text === undefined || text === '') && !(Array.isArray(blocks) && blocks.length > 0)
    if (empty) return 'no_text'
    if (String(text ?? '').length > MAX_TEXT) return 'msg_too_long'
    return blocks === undefined ? null : blocksProblem(blocks)
  }

  #history(args: Args): Answer {
    const channel = this.channels.get(String(args.channel))
    const problem = channelProblem(channel, this.bot.user)
    if (problem !== null || !channel) return fail(problem ?? 'channel_not_found')
    const roots = channel.messages.filter(({ thread, ts }) => thread === null || thread === ts)
    return this.#page([...roots].reverse(), args)
  }

  #replies(args: Args): Answer {
    const channel = this.channels.get(String(args.channel))
    const root = String(args.ts)
    if (!channel || !this.#find(channel.id, root))
      return fail(channel ? 'thread_not_found' : 'channel_not_found')
    const thread = channel.messages.filter((message) => message.ts === root || message.thread === root)
    return this.#page(thread, args, root)
  }

  #page(messages: readonly SlackMessage[], args: Args, root = ''): Answer {
    const { shown, next } = pageOf(messages, args, root)
    const metadata = isTrue(args.include_all_metadata)
    return {
      ok: true,
      messages: shown.map((message) => ({
        ...this.asApi(message, metadata),
        ...this.#repliesOf(message, String(args.channel)),
      })),
      has_more: next !== '',
      response_metadata: { next_cursor: next },
    }
  }

  #repliesOf({ ts }: SlackMessage, channel: string): object {
    const replies = this.channel(channel).messages.filter(({ thread }) => thread === ts)
    return replies.length === 0 ? {} : { reply_count: replies.length, latest_reply: replies.at(-1)?.ts }
  }

  #openDirect(user: string): Answer {
    if (!this.users.has(user)) return fail('user_not_found')
    const id = `D${user.slice(1)}`
    if (!this.channels.has(id)) this.addChannel(id, user)
    return { ok: true, channel: { id } }
  }

  #userInfo(id: string): Answer {
    const user = this.users.get(id)
    if (!user) return fail('user_not_found')
    return {
      ok: true,
      user: {
        id,
        team_id: user.team,
        real_name: user.name,
        profile: { display_name: '', real_name: user.name },
        is_restricted: user.restricted,
        is_ultra_restricted: false,
        is_bot: false,
      },
    }
  }

  #openView({ trigger_id: id, view }: Args): Answer {
    const trigger = this.#triggers.get(String(id))
    if (!trigger) return fail('invalid_trigger_id')
    if (trigger.used) return fail('exchanged_trigger_id')
    if (Date.now() - trigger.at > TRIGGER_MS) return fail('expired_trigger_id')
    const problem = viewProblem(view)
    if (problem !== null) return fail(problem)
    trigger.used = true
    const opened = { id: `V${this.views.length + 1}`, user: trigger.user, view: asView(view) }
    this.views.push(opened)
    return { ok: true, view: { id: opened.id } }
  }

  #find(channel: string, ts: string): SlackMessage | undefined {
    return this.channels.get(channel)?.messages.find((message) => message.ts === ts)
  }

  /** A message as Slack gives it. */
  asApi(message: SlackMessage, metadata: boolean): Record<string, unknown> {
    const { ts, user, botId, thread, text, blocks, edited } = message
    return {
      type: 'message',
      ts,
      user,
      text,
      team: this.users.get(user)?.team ?? this.team,
      ...(botId !== null && { bot_id: botId, app_id: 'A0APP', blocks }),
      ...(thread !== null && { thread_ts: thread }),
      ...(edited !== null && { edited: { user, ts: edited } }),
      ...(metadata && message.metadata !== null && { metadata: message.metadata }),
    }
  }
}

function channelProblem(channel: SlackChannelState | undefined, bot: string): string | null {
  if (!channel) return 'channel_not_found'
  return channel.members.has(bot) ? null : 'not_in_channel'
}
