import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { Agent, get } from 'node:http'
import { text } from 'node:stream/consumers'

/** One lasting connection, and so one worker of a server that has several. */
export interface Line extends Disposable {
  readonly cognito: CognitoIdentityProviderClient
  /** How many calls of an operation the worker at its other end has answered. */
  answered(operation: string): Promise<number>
}

export function openLine(endpoint: string): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cognito = new CognitoIdentityProviderClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: { httpAgent: agent },
  })
  return {
    cognito,
    async answered(operation) {
      const counter = new RegExp(
        `^cognate_operation_seconds_count\\{[^}]*operation="${operation}"[^}]*\\} (\\d+)$`,
        'gm',
      )
      const counts = [...(await metrics(endpoint, agent)).matchAll(counter)]
      return counts.reduce((sum, [, count]) => sum + Number(count), 0)
    },
    [Symbol.dispose]: () => agent.destroy(),
  }
}

function metrics(endpoint: string, agent: Agent): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  get(`${endpoint}/_cognate/metrics`, { agent }, (response) => void text(response).then(resolve, reject)).on(
    'error',
    reject,
  )
  return promise
}
