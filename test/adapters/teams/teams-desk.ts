import { ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import type { TeamsAlert } from '../../../adapters/teams/errors.js'
import { TeamsChannel } from '../../../adapters/teams/teams-channel.js'
import type { TeamsChannelOptions } from '../../../adapters/teams/teams-options.js'
import { systemClock } from '../../../src/desk/clock.js'
import { connected } from '../../fakes/connected.js'
import { memoryRecords } from '../../fakes/records.js'
import { TeamsConnector } from '../../fakes/teams-connector.js'
import { APP_ID, TENANT, TeamsPeople } from '../../fakes/teams-people.js'

/** Signs calls to Teams without asking Microsoft for a token. */
export class TestCredentials extends ConfigurationServiceClientCredentialFactory {
  refusesToSign: Error | null = null

  constructor() {
    super({ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret of the test' })
  }

  override async createCredentials() {
    return {
      signRequest: async <T extends { headers: { set(name: string, value: string): void } }>(request: T) => {
        if (this.refusesToSign) throw this.refusesToSign
        request.headers.set('authorization', 'Bearer token-of-the-test')
        return request
      },
    }
  }
}

/** A Teams with the channel connected to it, and An and Bart of a member in it. */
export async function teamsDesk(more: Partial<TeamsChannelOptions> = {}, now?: () => Date) {
  const connector = await TeamsConnector.start(now)
  for (const name of ['an', 'bart']) {
    connector.members.set(`29:${name}`, { name: `${name} Peeters`, tenantId: TENANT, userRole: 'user' })
  }
  const alerts: TeamsAlert[] = []
  const records = more.records ?? memoryRecords()
  const credentials = new TestCredentials()
  const channel = new TeamsChannel({
    auth: { kind: 'app', appId: APP_ID, appPassword: 'secret of the test', appTenant: TENANT },
    isListed: (tenant) => tenant === TENANT,
    authority: { openIdMetadataUrl: connector.openIdMetadataUrl, credentials },
    records,
    clock: systemClock(),
    sourceUrl: ({ url }) => url,
    keepContact: null,
    viewOf: null,
    onAlert: (alert) => alerts.push(alert),
    ...more,
  })
  const connection = await connected(channel)
  return {
    connector,
    channel,
    records,
    alerts,
    credentials,
    ...connection,
    people: new TeamsPeople(connector, connection.url),
    async close() {
      await connection.close()
      await connector.stop()
    },
  }
}

export type TeamsDesk = Awaited<ReturnType<typeof teamsDesk>>
