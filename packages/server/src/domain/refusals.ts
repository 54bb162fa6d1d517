import { Refusal, type RefusalName } from './refusal.ts'

// Clients match on these sentences, so each is written once, here. Evidence: [O] observed by third parties against the
// service, [D] documented by AWS, [K] general knowledge, to be verified.

const refuse = (name: RefusalName, message: string) => (): Refusal => new Refusal(name, message)
const notAuthorized = (message: string) => refuse('NotAuthorizedException', message)
const invalidParameter = (message: string) => refuse('InvalidParameterException', message)

/** Any other parameter that is wrong in a way only this operation can say. */
export const invalid = (message: string) => new Refusal('InvalidParameterException', message)

// Who is asking [O]
export const wrongCredentials = notAuthorized('Incorrect username or password.')
export const tooManyPasswords = notAuthorized('Password attempts exceeded')
export const userDisabled = notAuthorized('User is disabled.')
export const userNotConfirmed = refuse('UserNotConfirmedException', 'User is not confirmed.')
export const passwordResetRequired = refuse('PasswordResetRequiredException', 'Password reset required for the user')
export const userNotFound = refuse('UserNotFoundException', 'User does not exist.')
export const usernameClientNotFound = refuse('UserNotFoundException', 'Username/client id combination not found.')
export const temporaryPasswordExpired = notAuthorized(
  'Temporary password has expired and must be reset by an administrator.',
)

// Client secrets [O]
export const wrongSecretHash = (clientId: string) =>
  new Refusal('NotAuthorizedException', `Unable to verify secret hash for client ${clientId}`)
export const secretHashMissing = (clientId: string) =>
  new Refusal('NotAuthorizedException', `Client ${clientId} is configured with secret but SECRET_HASH was not received`)
export const clientSecretMissing = (clientId: string) =>
  new Refusal('NotAuthorizedException', `Client ${clientId} is configured for secret but secret was not received`)
export const wrongClientSecret = (clientId: string) =>
  new Refusal('NotAuthorizedException', `Unable to verify client secret for client ${clientId}`)

// Sessions of a sign-in [O]
export const sessionInvalid = notAuthorized('Invalid session for the user.')
export const sessionExpired = notAuthorized('Invalid session for the user, session is expired.')
export const sessionSpent = notAuthorized('Invalid session for the user, session can only be used once.')

// Tokens [O]
export const accessTokenInvalid = notAuthorized('Invalid Access Token')
export const accessTokenExpired = notAuthorized('Access Token has expired')
export const accessTokenRevoked = notAuthorized('Access Token has been revoked')
export const accessTokenForged = notAuthorized('Could not verify signature for Access Token')
export const accessTokenLacksScopes = notAuthorized('Access Token does not have required scopes')
export const refreshTokenInvalid = notAuthorized('Invalid Refresh Token')
export const refreshTokenExpired = notAuthorized('Refresh Token has expired')
export const refreshTokenRevoked = notAuthorized('Refresh Token has been revoked')
export const refreshTokenReused = refuse('RefreshTokenReuseException', 'Refresh Token has already been used')

// Sign-up and confirmation [O]; accountTaken, nameHeld, noConfirmationAddress and noAddressForCodes [K]
export const noAddressForCodes = (attributes: readonly string[]) =>
  invalid(`A user without a password must have one of these attributes: ${attributes.join(', ')}`)
export const usernameTaken = refuse('UsernameExistsException', 'User already exists')
export const loginAttributeTaken = (attribute: string) =>
  new Refusal('UsernameExistsException', `An account with the given ${attribute} already exists.`)
export const aliasTaken = (attribute: string) =>
  new Refusal('AliasExistsException', `An account with the given ${attribute} already exists.`)
export const accountTaken = refuse('UsernameExistsException', 'User account already exists')
export const resendNotPossible = (username: string) =>
  new Refusal('UnsupportedUserStateException', `Resend not possible. ${username} status is not FORCE_CHANGE_PASSWORD`)
export const signUpClosed = notAuthorized('SignUp is not permitted for this user pool')
export const cannotConfirm = (status: string) =>
  new Refusal('NotAuthorizedException', `User cannot be confirmed. Current status is ${status}`)
export const nameHeld = (attribute: string) => invalid(`An account with the given ${attribute} already exists.`)
export const noConfirmationAddress = invalidParameter('Cannot resend codes. Auto verification not turned on.')
export const alreadyConfirmed = invalidParameter('User is already confirmed.')
export const codeMismatch = refuse('CodeMismatchException', 'Invalid verification code provided, please try again.')
export const codeExpired = refuse('ExpiredCodeException', 'Invalid code provided, please request a code again.')
export const tooManyAttempts = refuse('LimitExceededException', 'Attempt limit exceeded, please try after some time.')

// Quotas: rateExceeded, tooManyEmails [O]; the others [K]
export const concurrentlyModified = refuse(
  'ConcurrentModificationException',
  'The resource is being modified by another request. Please try again.',
)
export const rateExceeded = (seconds: number) => new Refusal('TooManyRequestsException', 'Rate exceeded', seconds)
export const tooManyEmails = (seconds: number) =>
  new Refusal(
    'LimitExceededException',
    'Exceeded daily email limit for the operation or the account. If a higher limit is required, please configure your user pool to use your own Amazon SES configuration for sending email.',
    seconds,
  )
export const tooManyInPool = (limit: number, what: string) =>
  new Refusal('LimitExceededException', `User pool has reached its limit of ${limit} ${what}.`)
export const tooManyInAccount = (limit: number, what: string) =>
  new Refusal('LimitExceededException', `Account has reached its limit of ${limit} ${what}.`)
export const limitMalformed = invalidParameter('Attributes of an API_CATEGORY limit must be Category alone.')
export const limitUnknown = (category: string) =>
  new Refusal('ResourceNotFoundException', `API category ${category} does not exist.`)
export const limitNotAdjustable = (category: string) => invalid(`The limit of ${category} is not adjustable.`)
export const limitTooLow = (standard: number) => invalid(`RequestedLimitValue must be at least ${standard}.`)
export const limitTooHigh = (most: number) =>
  new Refusal('ServiceQuotaExceededException', `RequestedLimitValue exceeds the maximum of the account, ${most}.`)

// Passwords [O]
export const passwordRefused = (reason: string) =>
  new Refusal('InvalidPasswordException', `Password did not conform with policy: ${reason}`)
export const passwordUsedBefore = refuse(
  'PasswordHistoryPolicyViolationException',
  'Password has previously been used.',
)
export const passwordNotResettable = notAuthorized('User password cannot be reset in the current state.')
export const adminMustReset = notAuthorized('Contact administrator to reset password.')
export const noRecoveryChannel = invalidParameter(
  'Cannot reset password for the user as there is no registered/verified email or phone_number',
)

// Attributes [O]
export const unwritableAttribute = notAuthorized('A client attempted to write unauthorized attribute')
export const emailMalformed = invalidParameter('Invalid email address format.')
export const phoneNumberMalformed = invalidParameter('Invalid phone number format.')
export const usernameNotEmail = invalidParameter('Username should be an email.')
export const usernameNotPhoneNumber = invalidParameter('Username should be a phone number.')
export const usernameNotEmailNorPhoneNumber = invalidParameter('Username should be either an email or a phone number.')
export const usernameLooksLikeAlias = (attribute: string) =>
  invalid(`Username cannot be of ${attribute} format, since user pool is configured for ${attribute} alias.`)

// Which of a user's addresses [K]
export const noSuchAddress = (attribute: string) => invalid(`User does not have ${attribute} attribute.`)
export const notVerifiable = (attribute: string) => invalid(`Attribute ${attribute} cannot be verified by a code.`)
export const loginAttributeNeeded = (attribute: string) =>
  invalid(`Attribute ${attribute} cannot be deleted, since the user signs in with it.`)

// Lists [O]; attributesUnknown [K]
export const filterMalformed = invalidParameter('Error while parsing filter')
export const filterAttributeUnknown = (attribute: string) => invalid(`Invalid search attribute: ${attribute}`)
export const attributesUnknown = invalidParameter('One or more requested attributes do not exist.')

// Flows [O]; a missing parameter [K]
export const missingParameter = (name: string) => invalid(`Missing required parameter ${name}`)
export const flowNotEnabled = (flow: string) =>
  flow === 'USER_PASSWORD_AUTH'
    ? invalid('USER_PASSWORD_AUTH flow not enabled for this client')
    : invalid(`${flow} is not enabled for the client.`)
export const adminFlowNotEnabled = invalidParameter('Auth flow not enabled for this client')
export const flowNotSupported = invalidParameter('Initiate Auth method not supported.')

// Levels of authentication: what is refused [D], the words [K]
export const noStepUp = (tier: string) =>
  new Refusal(
    'FeatureUnavailableInTierException',
    `Step-up authentication is not available in the ${tier} pricing tier.`,
  )
export const acrValuesMissing = invalidParameter('ACCESS_TOKEN requires TARGET_ACR_VALUES.')
export const acrValuesUnknown = invalidParameter('None of the TARGET_ACR_VALUES is valid.')
export const maxAgeInvalid = invalidParameter('MAX_AGE must be a number of seconds.')
export const levelReached = invalidParameter('The access token already satisfies the requested authentication level.')
export const levelUnreachable = invalidParameter('The user cannot satisfy any of the requested authentication levels.')

// Choice of the first factor [K]
export const challengeNotAvailable = invalidParameter('The selected challenge is not available for the user.')

// Second factors [O]; softwareTokenMissing, wrongMfaType, noFactorToSetUp, tooManyMfaCodes [K]
export const mfaCodeMismatch = refuse('CodeMismatchException', 'Invalid code or auth state for the user.')
export const softwareTokenCodeMismatch = refuse('CodeMismatchException', 'Invalid code received for user')
export const softwareTokenCodeUsed = refuse('ExpiredCodeException', 'Your software token has already been used once.')
export const softwareTokenNotOffered = refuse(
  'SoftwareTokenMFANotFoundException',
  'Software Token MFA has not been enabled by the userPool',
)
export const softwareTokenMissing = refuse(
  'SoftwareTokenMFANotFoundException',
  'Software Token MFA does not exist for the user.',
)
export const softwareTokenNotEnabled = refuse('EnableSoftwareTokenMFAException', 'Code mismatch')
export const factorNotSetUp = (factor: string) => invalid(`User does not have delivery config set to turn on ${factor}`)
export const passkeyNeedsAnotherFactor = invalidParameter('WEB_AUTHN can be turned on beside another MFA factor only.')
export const wrongMfaType = invalidParameter('Invalid MFA type.')
export const noFactorToSetUp = invalidParameter('MFA is required, and the user has no factor and cannot set one up.')
export const tooManyMfaCodes = refuse('TooManyRequestsException', 'Too many requests')
export const mfaNotDeliverable = (channel: string) =>
  new Refusal(
    'InvalidUserPoolConfigurationException',
    `Failed to deliver the code: no ${channel} provider is configured.`,
  )

// Things that are not there [O]
export const poolNotFound = (id: string) => new Refusal('ResourceNotFoundException', `User pool ${id} does not exist.`)
export const clientNotFound = (id: string) =>
  new Refusal('ResourceNotFoundException', `User pool client ${id} does not exist.`)

// Import jobs [K]
export const importJobNotFound = (id: string) =>
  new Refusal('ResourceNotFoundException', `Import job ${id} does not exist.`)
export const importInProgress = refuse(
  'UserImportInProgressException',
  'The user pool cannot be changed while a user import job is in progress.',
)
export const importNotPossible = (message: string) => new Refusal('PreconditionNotMetException', message)

// Groups [O]; tooManyGroupsOfUser: the operation declares no other name for it [K]
export const groupNotFound = refuse('ResourceNotFoundException', 'Group not found.')
export const groupExists = refuse('GroupExistsException', 'A group with the name already exists')
export const tooManyGroupsOfUser = (limit: number) => invalid(`User has reached the limit of ${limit} groups.`)
export const providerNotFound = (name: string) =>
  new Refusal('ResourceNotFoundException', `Identity provider ${name} does not exist.`)
export const resourceServerNotFound = (identifier: string) =>
  new Refusal('ResourceNotFoundException', `Resource server ${identifier} does not exist.`)

// Linked identities: sourceAlreadyThere [O]; the others [K]
export const sourceAlreadyThere = invalidParameter(
  'Merging is not currently supported, provide a SourceUser that has not been signed up in order to link',
)
export const sourceAlreadyLinked = invalidParameter('SourceUser is already linked to DestinationUser')
export const tooManyIdentities = (limit: number) =>
  new Refusal('LimitExceededException', `User has reached the limit of ${limit} linked identities.`)

// Tokens of clients [K]
export const scopeNotAllowed = (scope: string) => invalid(`Invalid scope requested: ${scope}`)
export const clientWithoutScopes = invalidParameter('The client has no scopes of a resource server.')

// Sessions [K]
export const sessionTrackingOff = refuse(
  'OperationNotEnabledException',
  'User session tracking is not enabled for this user pool.',
)
export const noSessionManagement = (tier: string) =>
  new Refusal('FeatureUnavailableInTierException', `Session management is not available in the ${tier} pricing tier.`)
export const sessionIdMalformed = invalidParameter('Invalid session id.')
export const sessionNotFound = refuse('ResourceNotFoundException', 'Session does not exist.')
export const sessionIsCurrent = invalidParameter('The current session cannot be revoked.')

// Functions [O]; challengeTooLong [K]
export const functionFailed = (trigger: string, message: string) =>
  new Refusal('UserLambdaValidationException', `${trigger} failed with error ${message}.`)
export const functionNotInvoked = (trigger: string, error: string) =>
  new Refusal('UnexpectedLambdaException', `${trigger} invocation failed due to error ${error}.`)
export const functionAnswerUnreadable = refuse('InvalidLambdaResponseException', 'Unrecognizable lambda output')
export const migrationFailed = (clientId: string) =>
  new Refusal('UserNotFoundException', `Exception migrating user in app client ${clientId}`)
export const challengeTooLong = refuse('InvalidLambdaResponseException', 'The challenge does not fit into the session.')
export const customAuthNotConfigured = invalidParameter(
  'Custom auth lambda trigger is not configured for the user pool.',
)

// Replicas [K]
export const noReplicas = (tier: string) =>
  new Refusal(
    'FeatureUnavailableInTierException',
    `Multi-Region replication is not available in the ${tier} pricing tier.`,
  )
export const replicaNeedsKey = refuse(
  'OperationNotEnabledException',
  'A user pool with a replica must have a multi-Region customer managed key in its KeyConfiguration.',
)
export const tooManyReplicas = refuse('LimitExceededException', 'User pool has reached its limit of 1 replica.')
export const replicaNotFound = (id: string, region: string) =>
  new Refusal('ResourceNotFoundException', `User pool ${id} has no replica in ${region}.`)
export const onlyInPrimary = (what: string, region: string) =>
  new Refusal(
    'OperationNotEnabledException',
    `${what} is not supported in a secondary Region. The primary Region is ${region}.`,
  )
export const replicaInactive = (region: string) =>
  new Refusal('OperationNotEnabledException', `The replica of the user pool in ${region} is not active.`)

// Devices: deviceNotFound, deviceKeyInvalid [O]; the others [K]
export const deviceNotFound = refuse('ResourceNotFoundException', 'Device does not exist.')
export const deviceKeyInvalid = invalidParameter('Invalid device key given.')
export const deviceVerifierInvalid = invalidParameter('Invalid device secret verifier given.')
export const deviceAlreadyConfirmed = refuse('DeviceKeyExistsException', 'Device is already confirmed.')
export const deviceOwnerNotFound = refuse('ResourceNotFoundException', 'User does not exist.')

// Delivery [D]
export const deliveryFailed = (channel: string) =>
  new Refusal('CodeDeliveryFailureException', `Failed to deliver the code: no ${channel} provider is configured.`)

// Not built yet is never silently weaker: the flow that a setting would have made stricter is refused.
export const triggerNotBuilt = (trigger: string) =>
  new Refusal(
    'UnexpectedLambdaException',
    `${trigger} invocation failed: a function is configured, and Cognate does not run it here yet.`,
  )

// Threat protection: passwordCompromised and requestBlocked [O]; the others [K]
export const passwordCompromised = refuse(
  'InvalidPasswordException',
  'Provided password cannot be used for security reasons.',
)
export const requestBlocked = notAuthorized('Request not allowed due to security reasons.')
export const signInBlocked = notAuthorized('Unable to login because of security reasons.')
export const eventNotFound = refuse('ResourceNotFoundException', 'Event not found.')
export const wrongFeedbackToken = notAuthorized('Invalid feedback token.')
