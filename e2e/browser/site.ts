import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Site extends AsyncDisposable {
  readonly port: number
}

/** Somebody's web server: answers whatever it is asked with one page, which runs the script. */
export async function openSite(script = ''): Promise<Site> {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title><script>${script}</script></html>`
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
