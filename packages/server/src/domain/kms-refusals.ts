import { Refusal, type RefusalName } from './refusal.ts'

// What AWS Key Management Service says. Evidence as in refusals.ts.

const refuse = (name: RefusalName, message: string) => (): Refusal => new Refusal(name, message)
const invalid = (message: string) => refuse('ValidationException', message)

// Which key [O]
export const kmsKeyNotFound = (arn: string) => new Refusal('NotFoundException', `Key '${arn}' does not exist`)
export const kmsKeyIdInvalid = (id: string) => new Refusal('NotFoundException', `Invalid keyId '${id.slice(0, 256)}'`)
export const kmsArnElsewhere = (region: string) => new Refusal('NotFoundException', `Invalid arn ${region}`)
export const kmsKeyOfOthers = refuse(
  'AccessDeniedException',
  'The caller is not authorized to perform this operation on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
)
export const kmsAliasNotFound = (arn: string) => new Refusal('NotFoundException', `Alias ${arn} is not found.`)

// What state it is in [O]
export const kmsKeyDisabled = (arn: string) => new Refusal('DisabledException', `${arn} is disabled.`)
export const kmsKeyPendingDeletion = (arn: string) =>
  new Refusal('KMSInvalidStateException', `${arn} is pending deletion.`)
export const kmsKeyNotPendingDeletion = (arn: string) =>
  new Refusal('KMSInvalidStateException', `${arn} is not pending deletion.`)

// Aliases: aliasTaken, aliasWithoutPrefix [O]; aliasReserved [K]
export const kmsAliasTaken = (arn: string) =>
  new Refusal('AlreadyExistsException', `An alias with the name ${arn} already exists`)
export const kmsAliasWithoutPrefix = invalid(
  'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
)
export const kmsAliasReserved = refuse('InvalidAliasNameException', 'Aliases that begin with alias/aws/ are reserved.')
export const kmsAliasMalformed = refuse('InvalidAliasNameException', 'The alias name is not valid.')

// Cryptography: ciphertextInvalid has no message in AWS [O]; the others [O]
export const kmsCiphertextInvalid = refuse('InvalidCiphertextException', 'The ciphertext is not valid.')
export const kmsCiphertextOfOthers = refuse(
  'AccessDeniedException',
  'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
)
export const kmsKeyIncorrect = refuse(
  'IncorrectKeyException',
  'The key ID in the request does not identify a CMK that can perform this operation.',
)
export const kmsAlgorithmWrong = (algorithm: string) =>
  new Refusal('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec SYMMETRIC_DEFAULT.`)
export const kmsDataKeyLength = invalid('Please specify either number of bytes or key spec.')
export const kmsDryRun = refuse(
  'DryRunOperationException',
  'The request would have succeeded, but the DryRun option is set.',
)

// Making and changing keys [K]
export const kmsUnsupported = (what: string) =>
  new Refusal('UnsupportedOperationException', `${what} is not offered by Cognate.`)
export const kmsPendingWindow = invalid('PendingWindowInDays must be between 7 and 30.')
export const kmsPolicyMalformed = refuse('MalformedPolicyDocumentException', 'The policy is not a JSON object.')
export const kmsPolicyNotFound = refuse('NotFoundException', 'No such policy exists.')
export const kmsTagsInvalid = (why: string) => new Refusal('TagException', why)
export const kmsTooMany = (what: string) => new Refusal('LimitExceededException', `Too many ${what}.`)
