import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(
  new URL('../../node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url),
)

/** The organisation, people and places of the test client. */
export const PLAYGROUND = {
  tenant: '7f3d1c52-0000-4000-8000-000000000001',
  /** Who sits at the browser. */
  current: person(0, 'Alex Wilber'),
  others: ['Megan Bowen', 'Adele Vance', 'Isaiah Langer', 'Patti Fernandez', 'Lynne Robbins'].map(
    (name, at) => person(at + 1, name),
  ),
  channel: { id: '19:team0vvsg@thread.tacv2', name: 'Ledenvragen' },
} as const

function person(at: number, name: string) {
  const [givenName = '', surname = ''] = name.split(' ')
  const mail = `${givenName}@voorbeeld.be`.toLowerCase()
  return {
    id: `29:user-${at}`,
    name,
    userPrincipleName: mail,
    aadObjectId: `00000000-0000-4000-8000-00000000002${at}`,
    givenName,
    surname,
    email: mail,
  }
}

/** A Teams client of Microsoft's own, in a process of its own, before a desk at `deskUrl`. */
export async function startPlayground(deskUrl: string) {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-playground-'))
  const config = join(folder, 'playground.yml')
  // JSON is YAML too.
  writeFileSync(
    config,
    JSON.stringify({
      version: '0.1.0',
      tenantId: PLAYGROUND.tenant,
      bot: { id: '28:vraagbaak', name: 'Vraagbaak' },
      currentUser: PLAYGROUND.current,
      users: PLAYGROUND.others,
      personalChat: { id: 'a:1-personal' },
      groupChat: { id: '19:group@thread.v2', name: 'Overleg' },
      team: {
        id: '19:general@thread.tacv2',
        name: 'VVSG',
        aadGroupId: '00000000-0000-4000-8000-000000000031',
        channels: [PLAYGROUND.channel],
      },
    }),
  )
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [
      program,
      'start',
      '-e',
      `${deskUrl}/api/messages`,
      '-c',
      'msteams',
      '-p',
      String(port),
      '--disable-telemetry',
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'log'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const url = `http://127.0.0.1:${port}`
  await untilUp(
    `${url}/_internal/v1/config`,
    () => child.exitCode !== null,
    () => said,
  )
  return {
    url,
    said: () => said,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilUp(url: string, ended: () => boolean, said: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (ended()) break
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The test client for Teams does not start: ${said()}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
