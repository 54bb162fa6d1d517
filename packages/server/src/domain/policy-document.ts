import type { FunctionPlace, LambdaFunction } from './lambda-function.ts'
import type { PermissionStatement } from './permission-statement.ts'

/** A function's policy as GetPolicy shows it: https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html */
export function policyDocument(fn: FunctionPlace & Pick<LambdaFunction, 'policy'>) {
  return { Version: '2012-10-17', Id: 'default', Statement: fn.policy.map((each) => policyStatement(each, fn)) }
}

export function policyStatement(statement: PermissionStatement, { account, region, name }: FunctionPlace) {
  const { id, action, principal, sourceArn, sourceAccount } = statement
  const condition = {
    ...(sourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
    ...(sourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': sourceArn } }),
  }
  return {
    Sid: id,
    Effect: 'Allow',
    Principal: principalOf(principal),
    Action: action,
    Resource: `arn:aws:lambda:${region}:${account}:function:${name}`,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  }
}

function principalOf(principal: string) {
  if (principal === '*') return '*'
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` }
  return principal.startsWith('arn:') ? { AWS: principal } : { Service: principal }
}
