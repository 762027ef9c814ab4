import type { OutgoingMessage } from './outgoing.js'

/** A message of words alone; sources, buttons, a ticket or a booking are spread over it. */
export function plainMessage<Kind extends OutgoingMessage['kind']>(
  kind: Kind,
  text: string,
): OutgoingMessage & { readonly kind: Kind } {
  return { kind, text, citations: [], actions: [], ticket: null, booking: null }
}
