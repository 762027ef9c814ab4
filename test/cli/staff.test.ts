import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/cli/program.js'
import { freshDatabase, START, type TestDatabase } from '../store/databases.js'

let database: TestDatabase
let before: NodeJS.ProcessEnv

beforeEach(async () => {
  before = { ...process.env }
  database = await freshDatabase('SQLite')
  process.env.DATA_DIR = database.dataDir
})
afterEach(async () => {
  process.env = before
  process.exitCode = undefined
  await database.remove()
})

async function run(...args: readonly string[]) {
  let errors = ''
  const code = await runCommand(args, { write: (text) => (errors += text) })
  return { code, errors }
}

describe('vraagbaak staff', () => {
  it('makes no link where colleagues sign in with their account', async () => {
    await database.open()
    process.env.PUBLIC_URL = 'https://vraagbaak.example'
    process.env.OIDC_ISSUER = 'https://sso.example'
    process.env.OIDC_CLIENT_ID = 'a'
    process.env.OIDC_CLIENT_SECRET = 'b'
    expect(await run('staff', 'link')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('OIDC_ISSUER'),
    })
  })

  it('makes no link behind a proxy', async () => {
    await database.open()
    process.env.TRUST_PROXY = 'true'
    expect(await run('staff', 'link')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('TRUST_PROXY'),
    })
  })

  it('unties an account, and says so when there is none', async () => {
    const store = await database.open()
    await store.records.add('staff-account', 'an-peeters', 'oid@tid', new Date(START), null)
    expect((await run('staff', 'untie', 'an-peeters')).code).toBe(0)
    expect(await store.records.get('staff-account', 'an-peeters', new Date(START))).toBeNull()
    expect(await run('staff', 'untie', 'an-peeters')).toMatchObject({ code: 2 })
  })
})
