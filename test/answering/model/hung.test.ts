import { expect, it } from 'vitest'
import { wireModel } from '../../../src/cli/wire-model.js'
import { memberTurn } from '../../../src/desk/member-turn.js'
import { createResponder } from '../../../src/desk/respond.js'
import type { Responder } from '../../../src/desk/responder.js'
import { STRANGER } from '../../../src/members/identity.js'
import { testDesk } from '../../desk/desk.js'
import { SETTING } from '../../escalation/setting.js'
import { onEachDatabase } from '../../store/databases.js'
import { modelDesk, QUESTION, settings } from './desk.js'

const TIMEOUT_MS = 4000
const on = modelDesk()

onEachDatabase('a desk whose model hangs', (database) => {
  it('takes messages in within a second each, and answers with its own quotes when the time is up', async () => {
    on.server.does({ kind: 'hang' })
    const parts = await wireModel(on.desk.desk, settings(on.server.url, { timeoutMs: TIMEOUT_MS }), {
      env: {},
    })
    const persons: (string | undefined)[] = []
    const answering = createResponder(parts)
    const respond: Responder = (asked, state, context) => {
      persons.push(context.person)
      return answering(asked, state, context)
    }
    const whoIs = async () => STRANGER
    const turn = memberTurn({
      setting: SETTING,
      limitsOf: () => null,
      respond,
      whoIs,
      tickets: database.store.tickets,
    })
    const desk = testDesk(database.store, { turn })
    const own = (await on.desk.ask(QUESTION)).reply
    await desk.write('C1', QUESTION)
    const started = performance.now()
    const handled = desk.dispatcher.drain().then(() => performance.now() - started)
    const waits: number[] = []
    for (let i = 0; i < 20; i++) {
      const at = performance.now()
      await desk.write(`C${2 + i}`, 'Hallo')
      waits.push(performance.now() - at)
    }
    // On a machine that is busy with other things one of them may be slower; none waits for the model.
    expect(waits.sort((a, b) => a - b)[17]).toBeLessThan(1000)
    expect(waits.at(-1)).toBeLessThan(TIMEOUT_MS)
    expect(await handled).toBeLessThan(TIMEOUT_MS + 4000)
    await desk.pass(2000)
    const answer = desk.slack.posts.find(
      ({ conversation, text }) => conversation === 'C1' && text.includes('37'),
    )
    expect(answer?.text).toBe(own.text)
    expect(on.server.requests.length).toBeGreaterThan(0)
    // Without it nobody has a number of questions a day.
    expect(persons[0]).toEqual(expect.any(String))
  })
})
