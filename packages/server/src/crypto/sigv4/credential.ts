import type { CredentialScope } from './signature.ts'
import { incompleteSignature, invalidSignature, type SignatureFailure } from './signature-failure.ts'

export interface Credential {
  readonly kind: 'credential'
  readonly accessKeyId: string
  readonly scope: CredentialScope
}

/** `<access key id>/<date>/<region>/<service>/aws4_request`; `date` is the request's, which the scope must agree with. */
export function parseCredential(text: string, date: string): Credential | SignatureFailure {
  const elements = text.split('/')
  if (elements.length !== 5) {
    return incompleteSignature('Credential must have 5 slash-delimited elements, e.g. keyid/date/region/service/term.')
  }
  const [accessKeyId = '', scopeDate = '', region = '', service = '', terminator = ''] = elements
  const checks: readonly (readonly [right: boolean, otherwise: string])[] = [
    [/^[\w-]{1,128}$/.test(accessKeyId), 'Credential must name an access key. '],
    [
      scopeDate === date.slice(0, 8),
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}'. `,
    ],
    [scopeName.test(region), 'Credential should be scoped to a valid region. '],
    [scopeName.test(service), 'Credential should be scoped to a valid service. '],
    [terminator === 'aws4_request', "Credential should be scoped with a valid terminator: 'aws4_request'. "],
  ]
  const problems = checks.filter(([right]) => !right).map(([, otherwise]) => otherwise)
  if (problems.length > 0) return invalidSignature(problems.join(''))
  return { kind: 'credential', accessKeyId, scope: { date: scopeDate, region, service } }
}

const scopeName = /^[a-z][a-z0-9-]{0,63}$/
