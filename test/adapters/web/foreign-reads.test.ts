import { expect, it } from 'vitest'
import { newBrowser, openConversation, ownConversation } from '../../../adapters/web/conversation-id.js'

const BROWSERS = 101
const browsers = Array.from({ length: BROWSERS }, (_, at) => newBrowser('', Buffer.alloc(32, at)))

it('opens no conversation of another browser in ten thousand tries, and each of its own', () => {
  const named = browsers.map((browser, at) => openConversation(browser, `bericht-${at}`))
  const opened = browsers.flatMap((browser, reader) =>
    named.flatMap((name, owner) => (ownConversation(browser, name) === null ? [] : [{ reader, owner }])),
  )
  expect(BROWSERS * (BROWSERS - 1)).toBeGreaterThan(10_000)
  expect(opened).toEqual(browsers.map((_, at) => ({ reader: at, owner: at })))
})

it('opens nothing when a name of another is bent: another seal, another nonce, cut short', () => {
  const [mine, other] = browsers
  if (!mine || !other) throw new Error('There are two browsers')
  const [nonce = '', seal = ''] = openConversation(other, 'x').split('.')
  const [ownNonce = '', ownSeal = ''] = openConversation(mine, 'x').split('.')
  const bent = [
    `${nonce}.${ownSeal}`,
    `${ownNonce}.${seal}`,
    `${nonce}.`,
    nonce,
    `.${seal}`,
    `${nonce}.${seal}.x`,
  ]
  expect(bent.map((name) => ownConversation(mine, name))).toEqual(bent.map(() => null))
})
