import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Site extends AsyncDisposable {
  readonly port: number
}

/** Somebody's web server: answers whatever it is asked with one page, which runs the script. */
export async function openSite(script = ''): Promise<Site> {
  const server = createServer((request, response) => {
    const [type, body] = request.url === '/script.js' ? ['text/javascript', script] : ['text/html', page]
    response.setHeader('content-type', `${type}; charset=utf-8`).end(body)
  })
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

const page = '<!doctype html><html lang="en"><title>A site</title><script src="/script.js"></script></html>'
