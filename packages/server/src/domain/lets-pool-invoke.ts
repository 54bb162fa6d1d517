import type { PermissionStatement } from './permission-statement.ts'
import type { Pool } from './pool.ts'

/**
 * Whether a function's policy lets a pool's triggers invoke it.
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
 */
export function letsPoolInvoke(
  policy: readonly PermissionStatement[],
  { id, account, region }: Pick<Pool, 'id' | 'account' | 'region'>,
): boolean {
  const arn = `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`
  return policy.some(
    ({ action, principal, sourceArn, sourceAccount }) =>
      actions.has(action) &&
      principals.has(principal) &&
      (sourceArn === undefined || isLike(arn, sourceArn)) &&
      (sourceAccount === undefined || sourceAccount === account),
  )
}

const actions: ReadonlySet<string> = new Set(['lambda:InvokeFunction', 'lambda:*', '*'])
const principals: ReadonlySet<string> = new Set(['cognito-idp.amazonaws.com', '*'])

/** IAM's ArnLike: `*` and `?` within each of the six parts. */
function isLike(arn: string, pattern: string): boolean {
  const [parts, wanted] = [sixParts(arn), sixParts(pattern)]
  return parts.length === wanted.length && parts.every((part, at) => matches(part, wanted[at] ?? ''))
}

function sixParts(arn: string): readonly string[] {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), parts.slice(5).join(':')]
}

/** In time that grows with the product of the lengths, whatever the pattern. */
function matches(text: string, pattern: string): boolean {
  let reached = new Set([0])
  for (const sign of pattern) {
    const next = new Set<number>()
    for (const at of reached) {
      if (sign === '*') for (let end = at; end <= text.length; end++) next.add(end)
      else if (at < text.length && (sign === '?' || sign === text[at])) next.add(at + 1)
    }
    reached = next
  }
  return reached.has(text.length)
}
