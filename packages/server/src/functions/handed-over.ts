/** What Node needs when it starts, and what neither lets in code nor lifts a bound. */
const startsWith: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'TZ',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
])

type Variables = Readonly<Record<string, string>>

/**
 * The environment of a process whose runtime sets the function's variables itself, later: those that the loader, OpenSSL or
 * Node read before (`LD_PRELOAD`, `OPENSSL_CONF`, …) would bring code in that no permission holds.
 */
export function handedOver(variables: Variables): Variables {
  const atOnce = Object.entries(variables).filter(([name]) => startsWith.has(name))
  return { ...Object.fromEntries(atOnce), AWS_LAMBDA_RUNTIME_VARIABLES: JSON.stringify(variables) }
}
