import ipaddr from 'ipaddr.js'

/** Whether an address is in one of the ranges, which are in CIDR notation. An IPv4 address is the same however it is written. */
export function inRanges(address: string, ranges: readonly string[]): boolean {
  const parsed = parsedAddress(address)
  return (
    parsed !== undefined &&
    ranges.some((range) => {
      const [network, bits] = ipaddr.parseCIDR(range)
      return network.kind() === parsed.kind() && parsed.match(network, bits)
    })
  )
}

/** What an address has in common with the next of the same household: with IPv6 that is the first half. */
export function networkOf(address: string): string | undefined {
  const parsed = parsedAddress(address)
  if (parsed instanceof ipaddr.IPv6) return `${parsed.parts.slice(0, 4).join(':')}::/64`
  return parsed?.toString()
}

function parsedAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return ipaddr.isValid(address) ? ipaddr.process(address) : undefined
}
