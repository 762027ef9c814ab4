import { expect, it } from 'vitest'
import { bookingTalkTexts } from '../../src/texts/booking-talk.js'

it.each(['nl', 'en'] as const)('promises a file below only where files are shown (%s)', (language) => {
  const texts = bookingTalkTexts(language)
  const below = /hieronder|below|krijgt u dan hier|get the invitation here/
  const said = (here: boolean) => [
    ...(['mailed', 'waits', 'none'] as const).map((mail) => texts.invitation(mail, here)),
    texts.cancelled('SD-2026-0001', here),
    texts.mailLost(here),
  ]
  for (const text of said(true)) expect(text).toMatch(below)
  for (const text of said(false)) expect(text).not.toMatch(below)
})
