import { BlockList, isIP } from 'node:net'

/** Special-purpose IPv4 networks (IANA registry): this machine, private, link-local, documentation, multicast, reserved. */
const REFUSED_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Within the global IPv6 space: tunnels that hold an IPv4 address, identifiers, documentation. */
const REFUSED_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const refused = new BlockList()
for (const [network, prefix] of REFUSED_4) refused.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of REFUSED_6) refused.addSubnet(network, prefix, 'ipv6')

/** The only IPv6 space that is given out to the public; loopback, local, mapped and multicast lie outside. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether an address is on the public internet. Everything that is not known to be is not: the desk must not be led to
 * machines that only it can reach.
 *
 * @example
 * ```ts
 * isPublicAddress('169.254.169.254') // false
 * isPublicAddress('::ffff:8.8.8.8') // false: an IPv4 address in disguise
 * ```
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !refused.check(address, 'ipv4')
  if (version === 6)
    return !address.includes('%') && global6.check(address, 'ipv6') && !refused.check(address, 'ipv6')
  return false
}
