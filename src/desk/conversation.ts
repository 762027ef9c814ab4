/**
 * Where a conversation lives. Only the adapter that made it can read it; everyone else stores it and hands it
 * back unchanged.
 */
export type ConversationId = string & { readonly __brand: 'ConversationId' }

/** Who wrote, as the platform knows them: opaque outside the adapter, stable for one person on one platform. */
export type PersonKey = string & { readonly __brand: 'PersonKey' }

/** The channels the desk knows. Adding one means adding an adapter folder with this name. */
export type ChannelName = 'web' | 'slack' | 'teams' | 'mail'
