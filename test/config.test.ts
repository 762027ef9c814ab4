import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from '../src/config.js'

describe('the configuration', () => {
  it('works without any variable: this machine only, data in .data, the sample knowledge', () => {
    const config = loadConfig({}, '/srv/desk')
    expect(config.http).toMatchObject({ port: 3978, host: '127.0.0.1', publicUrl: null, trustProxy: false })
    expect(config.dataDir).toBe('/srv/desk/.data')
    expect(config.knowledgeDir).toBeNull()
    expect(config.databaseUrl).toBeNull()
    expect(config.reindexCron).toBe('30 1 * * *')
    expect(config.reachesPeople).toEqual([])
  })

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ PORT: '', DATA_DIR: ' ' }, '/srv').dataDir).toBe('/srv/.data')
  })

  it('reads "false" as false', () => {
    expect(loadConfig({ TRUST_PROXY: 'false' }).http.trustProxy).toBe(false)
    expect(loadConfig({ TRUST_PROXY: 'yes' }).http.trustProxy).toBe(true)
  })

  it('names every wrong variable at once and repeats no value', () => {
    const wrong = {
      PORT: '80a99',
      PUBLIC_URL: 'ftp://secret-host',
      TRUST_PROXY: 'maybe-so',
      DATABASE_URL: 'mysql://user:hunter2@db',
      REINDEX_CRON: '61 25 * * *',
      LOG_LEVEL: 'shouting',
      METRICS_TOKEN: 'tooshort',
      ASK_LIMIT_PER_PERSON: '-7.5',
    }
    const error = thrown(() => loadConfig(wrong))
    expect(error).toBeInstanceOf(ConfigError)
    for (const [name, value] of Object.entries(wrong)) {
      expect(error.message).toContain(name)
      expect(error.message).not.toContain(value)
    }
    expect(error.message).toMatch(/PORT must be a whole number from 0 to 65535/)
  })

  it.each([
    ['30 1 * * *', true],
    ['*/15 0-6 1,15 * 1-5', true],
    ['off', true],
    ['every night', false],
    ['60 1 * * *', false],
    ['30 24 * * *', false],
    ['30 1 0 * *', false],
    ['30 1 * *', false],
    ['30 1 * * * *', false],
    ['*/0 * * * *', false],
  ])('takes the schedule %j: %s', (schedule, right) => {
    const read = () => loadConfig({ REINDEX_CRON: schedule })
    if (right) expect(read().reindexCron).toBe(schedule === 'off' ? null : schedule)
    else expect(read).toThrow(/REINDEX_CRON/)
  })

  it('sends mail only with a server and a sender, and repeats no password', () => {
    const mail = { SMTP_URL: 'smtps://desk:geheim@mail.example', MAIL_FROM: 'VVSG <desk@vvsg.example>' }
    expect(loadConfig(mail).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM })
    expect(loadConfig({}).mail).toBeNull()
    expect(() => loadConfig({ SMTP_URL: mail.SMTP_URL })).toThrow(/MAIL_FROM is needed/)
    expect(() => loadConfig({ ...mail, MAIL_FROM: 'desk' })).toThrow(/MAIL_FROM must be one address/)
    expect(() => loadConfig({ ...mail, SMTP_URL: 'https://desk:geheim@x' })).toThrow(/^((?!geheim).)*$/s)
  })

  it('tells which variables connect the desk to people', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
    expect(loadConfig({ SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@b.example', ...slack }).reachesPeople).toEqual(
      ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SMTP_URL'],
    )
  })

  it.each([
    [
      'a bot token without a way for events to come in',
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      ['SLACK_SIGNING_SECRET'],
    ],
    ['a signing secret without a token', { SLACK_SIGNING_SECRET: '0123456789abcdef' }, ['SLACK_BOT_TOKEN']],
    [
      'a token of another kind',
      { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' },
      ['SLACK_BOT_TOKEN'],
    ],
    [
      'half an install page',
      { SLACK_APP_TOKEN: 'xapp-1', SLACK_CLIENT_ID: '1.2' },
      ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_INSTALLATIONS_KEY', 'PUBLIC_URL'],
    ],
  ])('refuses Slack with %s', (_, variables, named) => {
    const { message } = thrown(() => loadConfig(variables))
    for (const name of named) expect(message).toContain(name)
  })

  it('connects Slack over HTTP, or over Socket Mode when there is a token for it', () => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef' }
    expect(loadConfig({}).slack).toBeNull()
    expect(loadConfig(http).slack).toMatchObject({ mode: { kind: 'http' }, oauth: null, apiUrl: null })
    expect(loadConfig({ ...http, SLACK_APP_TOKEN: 'xapp-1' }).slack?.mode.kind).toBe('socket')
  })

  it('leaves a public address without its last slash', () => {
    expect(loadConfig({ PUBLIC_URL: 'https://desk.example.org/' }).http.publicUrl).toBe(
      'https://desk.example.org',
    )
  })
})

function thrown(action: () => unknown): Error {
  try {
    action()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}
