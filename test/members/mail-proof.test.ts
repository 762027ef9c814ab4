import { expect, it } from 'vitest'
import { MailProof } from '../../src/members/mail-proof.js'
import type { Store } from '../../src/store/store.js'
import { onEachDatabase } from '../store/databases.js'

const NOW = new Date('2026-11-23T09:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

function proofs({ records }: Store) {
  const sent: string[] = []
  let last = 100_000
  const proof = new MailProof({
    records,
    send: async (mail, code) => void sent.push(`${mail} ${code}`),
    newCode: () => String(++last),
  })
  return { proof, sent }
}

onEachDatabase('A proven address', (fixture) => {
  it('is believed once its code came back, and from no other person', async () => {
    const { proof, sent } = proofs(fixture.store)
    expect(await proof.request('p1', ' An@Zonnegem.example ', 'net', NOW)).toBe('sent')
    expect(sent).toEqual(['an@zonnegem.example 100001'])
    expect(await proof.proven('p1', NOW)).toBeNull()
    expect(await proof.confirm('p2', '100001', NOW)).toBe('expired')
    expect(await proof.confirm('p1', '100 001', NOW)).toBe('proven')
    expect(await proof.proven('p1', later(60))).toBe('an@zonnegem.example')
    expect(await proof.proven('p2', NOW)).toBeNull()
    expect(await proof.confirm('p1', '100001', NOW)).toBe('expired')
    await proof.forget('p1')
    expect(await proof.proven('p1', NOW)).toBeNull()
  })

  it('needs the newest code, in time, within five tries', async () => {
    const { proof } = proofs(fixture.store)
    await proof.request('p1', 'an@zonnegem.example', 'net', NOW)
    await proof.request('p1', 'an@zonnegem.example', 'net', NOW)
    expect(await proof.confirm('p1', '100001', NOW)).toBe('wrong')
    expect(await proof.confirm('p1', '100002', later(15))).toBe('expired')
    await proof.request('p1', 'an@zonnegem.example', 'net', NOW)
    for (let tries = 0; tries < 5; tries += 1) expect(await proof.confirm('p1', '1', NOW)).toBe('wrong')
    expect(await proof.confirm('p1', '100003', NOW)).toBe('expired')
    expect(await proof.proven('p1', NOW)).toBeNull()
  })

  it('lets nobody have mail sent without end, to one address or from many', async () => {
    const { proof, sent } = proofs(fixture.store)
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, at) => proof.request(`p${at}`, 'an@zonnegem.example', 'net', NOW)),
    )
    expect(asked.filter((one) => one === 'sent')).toHaveLength(5)
    expect(sent).toHaveLength(5)
    expect(await proof.request('p99', 'an@zonnegem.example', 'net', later(61))).toBe('sent')
    expect(await proof.request('p1', 'geen adres', 'net', NOW)).toBe('not-an-address')
  })

  it('is proven once by two answers at the same moment', async () => {
    const { proof } = proofs(fixture.store)
    await proof.request('p1', 'an@zonnegem.example', 'net', NOW)
    const both = await Promise.all([proof.confirm('p1', '100001', NOW), proof.confirm('p1', '100001', NOW)])
    expect(both.sort()).toEqual(['expired', 'proven'])
  })
})
