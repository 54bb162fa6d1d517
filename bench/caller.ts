import { openConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import { headerSigner } from './signed-headers.ts'
import type { Site } from './site.ts'

export type Document = Readonly<Record<string, unknown>>

/** Calls operations, on one connection. Rejects where the answer is an error. */
export interface Caller {
  call(operation: string, input: Document): Promise<Document>
  /** As the operator. */
  callSigned(operation: string, input: Document): Promise<Document>
  /** The newest code that was sent to an address. */
  codeTo(address: string): Promise<string>
  close(): void
}

export async function openCaller(site: Site, port: number): Promise<Caller> {
  const connection = await openConnection(port)
  const sign = headerSigner(site.accessKey, port)
  return {
    call: (operation, input) => ask(connection, targetOf(operation), '', JSON.stringify(input)),
    callSigned(operation, input) {
      const [target, body] = [targetOf(operation), JSON.stringify(input)]
      return ask(connection, target, sign(target, body), body)
    },
    async codeTo(address) {
      const { body } = await connection.get(`/_cognate/inbox?to=${encodeURIComponent(address)}`)
      const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly code: string | null }[] }
      const code = messages[0]?.code
      if (!code) throw new Error(`no code was sent to ${address}`)
      return code
    },
    close: connection.close,
  }
}

const targetOf = (operation: string) => `AWSCognitoIdentityProviderService.${operation}`

async function ask(connection: Connection, target: string, headers: string, body: string): Promise<Document> {
  const shared = `Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: ${target}\r\n`
  const answer = await connection.post(`${shared}${headers}`, body)
  if (answer.status !== 200) throw new Error(`${target} answered ${answer.status}: ${answer.body}`)
  return JSON.parse(answer.body) as Document
}
