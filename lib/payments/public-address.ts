import { BlockList, isIP } from 'node:net'

const notPublic = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4')
notPublic.addAddress('::1', 'ipv6')
notPublic.addAddress('::', 'ipv6')
notPublic.addSubnet('fc00::', 7, 'ipv6')
notPublic.addSubnet('fe80::', 10, 'ipv6')

/** Whether a host name of an address is of this machine or its own network by the look of it; names are not looked up. */
export function isOnlyHere(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const family = isIP(host)
  if (family) return notPublic.check(host, family === 6 ? 'ipv6' : 'ipv4')
  return host === 'localhost' || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host) || !host.includes('.')
}
