import { describe, expect, it } from 'vitest'
import { UsageError, userMessage } from '../../src/cli/errors.js'
import { runCommand } from '../../src/cli/program.js'

async function run(...args: readonly string[]) {
  let errors = ''
  const code = await runCommand(args, { write: (text) => (errors += text) })
  return { code, errors }
}

describe('vraagbaak', () => {
  it.each([
    ['an unknown command', ['bake']],
    ['an unknown option', ['serve', '--fast']],
    ['an instant that is none', ['serve', '--now', 'tomorrow']],
    ['a day without a time', ['serve', '--now', '2026-11-23']],
    ['a question without words', ['ask', ' ']],
    ['a period that is none', ['insights', '--period', 'ever']],
    ['a table that is none', ['insights', '--csv', 'constructor']],
  ])('ends with code 2 and one clear word on %s', async (_, args) => {
    const { code, errors } = await run(...args)
    expect(code).toBe(2)
    expect(errors).not.toMatch(/\n\s+at /)
    expect(errors.length).toBeGreaterThan(10)
  })

  it('refuses a shifted clock on a desk that reaches people', async () => {
    process.env.SMTP_URL = 'smtp://localhost'
    process.env.MAIL_FROM = 'info@vvsg.example'
    try {
      const { code, errors } = await run('serve', '--now', '2026-11-23T10:00:00+01:00')
      expect(code).toBe(2)
      expect(errors).toContain('SMTP_URL')
    } finally {
      delete process.env.SMTP_URL
      delete process.env.MAIL_FROM
    }
  })

  it('ends with code 1 when the configuration is wrong, naming the variable', async () => {
    process.env.PORT = 'lots'
    try {
      const { code, errors } = await run('serve')
      expect(code).toBe(1)
      expect(errors).toContain('PORT must be a whole number')
    } finally {
      delete process.env.PORT
    }
  })

  it.each([
    [Object.assign(new Error('x'), { code: 'E_CONFIG' }), 'x'],
    [Object.assign(new Error('x'), { code: 'STORE_IN_USE' }), 'x'],
    [new UsageError('x'), 'x'],
    [Object.assign(new Error('x'), { code: 'ENOENT' }), null],
    [Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG' }), null],
    [Object.assign(new Error('x'), { code: 'SQLITE_BUSY' }), null],
    [new Error('x'), null],
    ['x', null],
  ])('takes %s for something a user can mend: %s', (error, message) => {
    expect(userMessage(error)).toBe(message)
  })
})
