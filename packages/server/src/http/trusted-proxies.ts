import ipaddr from 'ipaddr.js'

/** Who is really asking: the client's address, and whether its connection is TLS. */
export interface Client {
  readonly address: string
  readonly secure: boolean
}

export interface Forwarded {
  readonly 'x-forwarded-for'?: string | undefined
  readonly 'x-forwarded-proto'?: string | undefined
}

/** Tells the client from the connection's peer and what proxies say about it. */
export type ClientOf = (peer: string, secure: boolean, headers: Forwarded) => Client

/** Without a trusted proxy anybody could have written the headers, so they say nothing. */
export const peerIsClient: ClientOf = (peer, secure) => ({ address: unmapped(peer), secure })

/**
 * Believes X-Forwarded-For from right to left for as long as the one who wrote an entry is trusted, and the last
 * X-Forwarded-Proto if the peer is. `blocks` are addresses or CIDR blocks; throws on anything else.
 */
export function trustedProxies(blocks: readonly string[]): ClientOf {
  if (blocks.length === 0) return peerIsClient
  const trusted = blocks.map(parseBlock)
  const isTrusted = (address: string) => ipaddr.isValid(address) && matches(ipaddr.process(address), trusted)
  return (peer, secure, headers) => {
    if (!isTrusted(peer)) return peerIsClient(peer, secure, headers)
    const proto = lastOf(headers['x-forwarded-proto'])
    return {
      address: clientBehind(unmapped(peer), headers['x-forwarded-for'], isTrusted),
      secure: proto === undefined ? secure : proto.toLowerCase() === 'https',
    }
  }
}

type Block = readonly [ipaddr.IPv4 | ipaddr.IPv6, number]

/** Throws on text that is neither an address nor a CIDR block. */
export function parseBlock(text: string): Block {
  if (text.includes('/')) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

function matches(address: ipaddr.IPv4 | ipaddr.IPv6, blocks: readonly Block[]): boolean {
  return blocks.some(([base, bits]) => address.kind() === base.kind() && address.match(base, bits))
}

function clientBehind(peer: string, forwardedFor = '', isTrusted: (address: string) => boolean): string {
  const entries = forwardedFor.split(',').map((entry) => entry.trim())
  const from = entries.findLastIndex((entry) => !isTrusted(entry))
  const client = entries[Math.max(from, 0)]
  // An entry that is no address was made up by the client itself: the nearest known place counts.
  if (client !== undefined && ipaddr.isValid(client)) return unmapped(client)
  return entries.slice(from + 1).find((entry) => ipaddr.isValid(entry)) ?? peer
}

function lastOf(list: string | undefined): string | undefined {
  return list?.split(',').at(-1)?.trim()
}

/** An IPv4 peer of a socket that also takes IPv6 shows as `::ffff:192.0.2.1`. */
function unmapped(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}
