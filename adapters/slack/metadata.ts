import { z } from 'zod'
import type { ConversationId } from '../../src/desk/conversation.js'
import { decodeAction, type PressedAction } from './action-value.js'
import type { Address } from './inbound.js'

/** What a form takes along while it is open, so that the desk need not remember it. */
export interface MetadataOptions {
  readonly address: Address
  readonly pressed: PressedAction
  /** The value of the button that opened it. */
  readonly encoded: string
}

const schema = z.object({ c: z.string(), u: z.string().exactOptional(), a: z.unknown() })

/** At most what a button carries and two ids: always less than the 3000 characters that Slack takes. */
export function formMetadata({ address, encoded }: MetadataOptions): string {
  const { conversation, under } = address
  return JSON.stringify({ c: conversation, ...(under !== null && { u: under }), a: JSON.parse(encoded) })
}

/** @returns null when it is none of ours, or what it refers to is gone. */
export async function readMetadata(
  metadata: string,
  find: (key: string) => Promise<string | null>,
): Promise<{ readonly address: Address; readonly pressed: PressedAction } | null> {
  const kept = schema.safeParse(parsed(metadata))
  if (!kept.success) return null
  const pressed = await decodeAction(JSON.stringify(kept.data.a), find)
  if (pressed === null) return null
  const conversation = kept.data.c as ConversationId
  return { address: { conversation, under: kept.data.u ?? null }, pressed }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
