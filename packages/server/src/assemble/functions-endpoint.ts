import type { Settings } from '../config/settings.ts'

/** Where a function's AWS SDK finds this server. */
export function functionsEndpoint(
  { tls, host }: Pick<Settings, 'tls' | 'host'>,
  { port, publicUrl }: { readonly port: number; readonly publicUrl: string },
): string {
  return tls || !answersLoopback(host) ? publicUrl : `http://127.0.0.1:${port}`
}

const answersLoopback = (host: string) => ['127.0.0.1', 'localhost', '0.0.0.0', '::'].includes(host)
