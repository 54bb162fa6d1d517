/** Whether a request for this Host (the header as sent) may be answered. */
export type HostRule = (host: string | undefined) => boolean

const authority = /^(\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?(?::\d{1,5})?$/
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

export const anyHost: HostRule = () => true

/**
 * Keeps foreign pages away from a server that trusts its own machine: a page whose name was rebound to a loopback
 * address still sends its own name as Host.
 */
export function loopbackHostsAnd(names: readonly string[]): HostRule {
  const admitted = new Set([...loopback, ...names.map((name) => name.toLowerCase())])
  return (host) => {
    const name = host === undefined ? undefined : authority.exec(host.toLowerCase())?.[1]
    return name !== undefined && (admitted.has(name) || name.endsWith('.localhost'))
  }
}
