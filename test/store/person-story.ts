import type { Store } from '../../src/store/store.js'
import { conversationId, notice } from '../fakes/messages.js'
import { an, does, FIRST, later, now, open } from './ticket-steps.js'

/** Words that stand nowhere else. */
export const SECRETS = [
  'zwembadvergunning',
  'Els Vermeulen',
  'els.vermeulen@zonnegem.be',
  'person-of-c1',
  'Beste Els',
]

/** Somebody asks on the page, proves an address, is answered by a colleague; a colleague wrote a draft of it. */
export async function personStory(store: Store): Promise<void> {
  const asker = {
    body: 'Gemeente Zonnegem',
    kind: 'gemeente',
    name: 'Els Vermeulen',
    person: 'person-of-c1',
  } as const
  const due = (subject: string) => [{ key: `remind/${subject}`, kind: 'remind', subject, at: later }]
  const found = [{ passage: 'sport#1', score: 0.2, why: 'niet gevonden: "zwembadvergunning"' }]
  await open(store, 'c1', { question: 'Hoe zit het met de zwembadvergunning?', asker, found }, due)
  await open(store, 'c2', {
    question: 'Wat kost een andere vraag?',
    asker: { ...asker, name: null, person: 'person-of-c2' },
  })
  const replied = does({
    events: [{ kind: 'replied', actor: an, text: 'Beste Els, de zwembadvergunning komt eraan.' }],
    messages: [{ message: notice('Beste Els, de zwembadvergunning komt eraan.'), lane: null }],
    update: { state: 'claimed', claimedBy: 'an' },
    holds: true,
  })
  await store.tickets.change(FIRST, replied, later, 'press-1')
  const proof = JSON.stringify({ mail: 'els.vermeulen@zonnegem.be' })
  await store.records.put(
    'mail-proof',
    'person-of-c1',
    proof,
    now,
    new Date(now.getTime() + 180 * 86_400_000),
  )
  await store.posts.post(mailTo('els.vermeulen@zonnegem.be', `Beste Els, uw vraag ${FIRST}`), now)
  await store.posts.post(card(), now)
  const text = {
    title: 'Zwembaden',
    question: 'Hoe zit het met de zwembadvergunning?',
    answer: 'Zo.',
    source: null,
  }
  const about = {
    audience: 'publiek',
    language: 'nl',
    reviewBy: '2027-01-01',
    author: 'an',
    authorName: 'An',
  } as const
  await store.publishedAnswers.add({ ...text, ...about, ticket: FIRST }, 'form-1', now)
}

/** A mail in the outbox. */
export function mailTo(address: string, text: string) {
  return {
    channel: 'mail',
    conversation: conversationId(address),
    messages: [{ message: notice(text), lane: address }],
  } as const
}

/** What a team reads in its channel, and what a colleague writes below it. */
function card() {
  const message = {
    ...notice(`${FIRST}: Els Vermeulen vraagt naar de zwembadvergunning`),
    kind: 'ticket-card',
  } as const
  return {
    channel: 'slack',
    conversation: conversationId('T1/C1'),
    messages: [{ message, lane: null }],
  } as const
}
