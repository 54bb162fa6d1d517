import { equalInConstantTime } from '../crypto/constant-time.ts'
import { accessKeySecretContext } from '../flows/access-keys.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { answer } from './answer.ts'
import type { OperatorWorld } from './operator-world.ts'

/** The account of who shows an access key and its secret (HTTP Basic, RFC 7617) where nobody can listen; a refusal for everybody else. */
export async function checkOperator(request: HttpRequest, world: OperatorWorld): Promise<OperatorCheck> {
  if (!request.secure && !isLoopback(request.remoteAddress))
    return { refusal: answer(403, { message: 'Access keys are only taken over TLS, or from this machine.' }) }
  const shown = credentialsIn(request.headers['authorization'])
  const account = shown && (await accountOf(shown, world))
  return account === undefined ? { refusal: unauthorized } : { account }
}

type OperatorCheck = { readonly account: string } | { readonly refusal: HttpResponse }

interface Credentials {
  readonly id: string
  readonly secret: string
}

const unauthorized = answer(
  401,
  { message: 'An access key id and its secret are needed.' },
  { 'www-authenticate': 'Basic realm="Cognate operators", charset="UTF-8"' },
)

async function accountOf({ id, secret }: Credentials, { store, sealer }: OperatorWorld): Promise<string | undefined> {
  const key = await store.accessKeys.find(id)
  if (key?.status !== 'Active') return undefined
  const known = sealer.unseal(key.sealedSecret, accessKeySecretContext(id))
  return equalInConstantTime(secret, known) ? key.account : undefined
}

function credentialsIn(header: string | undefined): Credentials | undefined {
  const [, encoded = ''] = /^Basic ([a-z0-9+/]{1,400}={0,2})$/i.exec(header ?? '') ?? []
  const [, id, secret] = /^([A-Za-z0-9]{1,128}):(.+)$/.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  return id !== undefined && secret !== undefined ? { id, secret } : undefined
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}
