import type { ActivityPayload } from './payloads.js'

/** Where Teams itself is reached, by its clouds. */
const TEAMS_HOSTS: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
])

const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether the desk may post, with its token, to where an activity says its answers go: only to Teams.
 *
 * @param local whether an address on this machine is fine too.
 */
export function isServiceUrl(url: string, local: boolean): boolean {
  try {
    const { protocol, hostname, port, username } = new URL(url)
    if (username !== '') return false
    if (protocol === 'https:' && port === '' && TEAMS_HOSTS.has(hostname)) return true
    return local && HERE.has(hostname)
  } catch {
    return false
  }
}

/** The organisations an activity comes from, in lower case, each once; empty when it does not say. */
export function tenantsOf({ conversation, channelData }: ActivityPayload): readonly string[] {
  const named = [conversation.tenantId, channelData?.tenant?.id].flatMap((id) => id?.toLowerCase() ?? [])
  return [...new Set(named)]
}
