import { FunctionRefusal } from './function-refusal.ts'
import type { FunctionPlace } from './lambda-function.ts'

/** What the Lambda API refuses with: https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html and each operation. */
const invalidValue = (message: string) => new FunctionRefusal('InvalidParameterValueException', 400, message)
const notFound = (message: string) => new FunctionRefusal('ResourceNotFoundException', 404, message)
const conflict = (message: string) => new FunctionRefusal('ResourceConflictException', 409, message)
const tooLarge = (message: string) => new FunctionRefusal('RequestTooLargeException', 413, message)

export const invalidMember = (member: string, rule: string) =>
  invalidValue(`Value at '${member}' failed to satisfy constraint: ${rule}`)
export const functionSettingNotOffered = (member: string) => invalidValue(`${member} is not offered by Cognate yet.`)
export const runtimeNotOffered = (runtime: string) =>
  invalidValue(
    `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must be nodejs*.x, python3.*, provided.al2 or provided.al2023.`,
  )
export const notZip = () =>
  invalidValue('Could not unzip uploaded file. Please check your file, then try to upload again.')
export const unzippedTooLarge = (bytes: number) => invalidValue(`Unzipped size must be smaller than ${bytes} bytes`)
export const reservedVariables = (names: readonly string[]) =>
  invalidValue(
    `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${names.join(', ')}`,
  )
export const variablesTooLarge = () =>
  invalidValue(
    'Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.',
  )
export const unreadableRequest = () =>
  new FunctionRefusal('InvalidRequestContentException', 400, 'Could not parse request body into json.')
export const functionNotFound = ({ account, region, name }: FunctionPlace) =>
  notFound(`Function not found: arn:aws:lambda:${region}:${account}:function:${name}`)
export const functionExists = (name: string) => conflict(`Function already exist: ${name}`)
export const noPolicy = () => notFound('The resource you requested does not exist.')
export const statementExists = (id: string) =>
  conflict(
    `The statement id (${id}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
  )
export const statementNotFound = (id: string) => notFound(`Statement ${id} is not found in resource policy.`)
export const policyTooLong = () =>
  new FunctionRefusal('PolicyLengthExceededException', 400, 'The final policy size is bigger than the limit (20480).')
export const revisionDiffers = () =>
  new FunctionRefusal(
    'PreconditionFailedException',
    412,
    'The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId for your resource.',
  )
export const functionRequestTooLarge = (bytes: number) => tooLarge(`Request must be smaller than ${bytes} bytes.`)
export const uploadsNotAllowed = () =>
  new FunctionRefusal(
    'AccessDeniedException',
    403,
    'Functions made through the API run only where the server was started with --allow-uploaded-functions.',
  )
export const runtimeUnconfined = () =>
  new FunctionRefusal(
    'AccessDeniedException',
    403,
    'Functions made through the API run in Python or as a bootstrap only where the server was started as root, which makes them another user: start it as root, or use a runtime of Node.js.',
  )
export const tooManyUploads = () =>
  new FunctionRefusal('TooManyRequestsException', 429, 'Too many large requests are under way.')
export const functionsChangedMeanwhile = () =>
  conflict('The operation cannot be performed at this time. An update is in progress for resource.')
export const functionUnreachable = () => new FunctionRefusal('ServiceException', 500, 'The function could not be run.')
export const noSuchLambdaOperation = () =>
  new FunctionRefusal('UnknownOperationException', 404, 'This operation of Lambda is not offered by Cognate.')
