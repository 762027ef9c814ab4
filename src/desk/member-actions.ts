/** Names of the buttons a member can press, the same on every channel. */
export const ACTIONS = { helped: 'helped', askStaff: 'ask-staff', choose: 'choose' } as const
