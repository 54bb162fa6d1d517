import { functionSettingNotOffered } from '../domain/function-refusals.ts'
import { policyStatement } from '../domain/policy-document.ts'
import { addPermission } from '../flows/functions/permissions.ts'
import { type LambdaOperation, membersOf, placeOf } from './lambda-call.ts'
import { requiredText, textIn } from './members.ts'

const conditions = ['PrincipalOrgID', 'EventSourceToken', 'FunctionUrlAuthType', 'InvokedViaFunctionUrl']

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export const AddPermission: LambdaOperation = async (call, world) => {
  const members = membersOf(call)
  const place = placeOf(call)
  // A condition that were left out would let more in than was said.
  const refused = conditions.find((name) => members[name] !== undefined && members[name] !== null)
  if (refused !== undefined) throw functionSettingNotOffered(refused)
  const statement = {
    id: requiredText(members, 'StatementId', /^[a-zA-Z0-9_-]{1,100}$/),
    action: requiredText(members, 'Action', /^(?:lambda:(?:\*|[a-zA-Z]{1,60})|\*)$/),
    principal: requiredText(members, 'Principal', /^[^\s\0]{1,256}$/),
    sourceArn: textIn(members, 'SourceArn', /^arn:aws[a-zA-Z0-9-]*:[^\0]{1,400}$/),
    sourceAccount: textIn(members, 'SourceAccount', /^\d{12}$/),
  }
  const revisionId = textIn(members, 'RevisionId', /^.{1,64}$/)
  const fn = await addPermission({ place, revisionId }, statement, world)
  return { status: 201, body: { Statement: JSON.stringify(policyStatement(statement, fn)) } }
}
