import { describe, expect, it } from 'vitest'
import { clausesAsking } from '../../../src/answering/question/clauses.js'

const never = () => false
const full = (text: string) => clausesAsking(text, never).map((clause) => clause.full)

describe('the questions of a message', () => {
  it('each have the subject of the one before where they only point to it', () => {
    expect(full('hoe lang duurt niveau 2, wat kost het en waar gaat het door?')).toEqual([
      'hoe lang duurt niveau 2',
      'wat kost niveau 2',
      'waar gaat niveau 2 door',
    ])
  })

  it('have the topic that was named before them all', () => {
    expect(full('lidgeld: hoe berekend en wie betaalt het?')).toEqual([
      'hoe berekend lidgeld',
      'wie betaalt lidgeld',
    ])
  })

  it('speak of the association by a possessive', () => {
    const clauses = clausesAsking('sinds wanneer bestaat de VVSG en wat zijn haar kerntaken?', never)
    expect(clauses.map(({ full: said }) => said)).toEqual([
      'sinds wanneer bestaat de VVSG',
      'wat zijn jullie kerntaken',
    ])
    expect(clauses.every(({ isOurs }) => isOurs)).toBe(true)
  })

  it('are about the association only when they name it', () => {
    const clauses = clausesAsking('mag een gemeente vuurwerk verbieden en waar ligt jullie kantoor?', never)
    expect(clauses.map(({ isOurs }) => isOurs)).toEqual([false, true])
    expect(clauses.map(({ isOwnThing }) => isOwnThing)).toEqual([false, false])
  })

  it('may lean on the answer to another', () => {
    const clauses = clausesAsking('heeft de VVSG een commissie voor havens en wie is daar voorzitter?', never)
    expect(clauses.map(({ leans }) => leans)).toEqual([false, true])
  })

  it('are none in a message that tells something', () => {
    expect(full('stort het bedrag terug, op naam van onze dienst')).toEqual([])
  })
})
