import { equalInConstantTime } from '../../../crypto/constant-time.ts'
import { readAssertion, type AssertionResponse } from '../../../crypto/webauthn/read-assertion.ts'
import type { Assertion } from '../../../crypto/webauthn/verify-assertion.ts'
import { isAllowedOrigin } from '../../../domain/allowed-origin.ts'
import type { Passkey } from '../../../domain/passkey.ts'
import { noRelyingParty, webAuthnCredentialMalformed } from '../../../domain/passkey-refusals.ts'
import { challengeNotAvailable, missingParameter, sessionInvalid, wrongCredentials } from '../../../domain/refusals.ts'
import type { User } from '../../../domain/user.ts'
import { askablePasskeys, type Askable } from '../../passkeys/askable-passkeys.ts'
import { passkeyQuestion } from '../../passkeys/passkey-question.ts'
import type { World } from '../../world.ts'
import type { Proof } from '../attempt.ts'
import { firstFactors } from '../first-factors.ts'
import type { Answers, Challenge, RightAnswer, Situation } from './challenge.ts'

/**
 * A signature by a passkey, which cannot be guessed at: wrong ones are not counted, or anybody could lock out its owner.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export const webAuthn: Challenge = {
  async ask(situation, world) {
    return (await passkeyQuestion(situation, world)) ?? { refusal: noRelyingParty() }
  },

  async judge(answers, situation, world) {
    const response = responseIn(answers)
    // Whoever turned on a second factor meanwhile begins with another one.
    if (!firstFactors(situation).includes('WEB_AUTHN')) throw challengeNotAvailable()
    const askable = await askablePasskeys(situation, world)
    if (!askable) throw noRelyingParty()
    const shown = await shownPasskey(response, askable, situation)
    const { user } = situation
    if (!shown || !user) throw wrongCredentials()
    return right(shown, response, user, world)
  },
}

const longestCredential = 32_768

function responseIn(answers: Answers): AssertionResponse {
  const text = answers['CREDENTIAL']
  if (!text) throw missingParameter('CREDENTIAL')
  const response = text.length > longestCredential ? undefined : readAssertion(parsed(text))
  if (!response) throw webAuthnCredentialMalformed()
  return response
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Shown extends Assertion {
  readonly passkey: Passkey
}

/** Nobody's signature is checked too, so that it costs the same. */
async function shownPasskey(
  response: AssertionResponse,
  { relyingParty, passkeys }: Askable,
  { attempt }: Situation,
): Promise<Shown | undefined> {
  const { challenge } = attempt.memory
  if (challenge === undefined) throw sessionInvalid()
  // Loaded when it is needed, as for a registration.
  const { verifyAssertion } = await import('../../../crypto/webauthn/verify-assertion.ts')
  const passkey = passkeys.find(({ id }) => id === response.id)
  const assertion =
    passkey &&
    (await verifyAssertion(response, passkey, {
      relyingPartyId: relyingParty.id,
      isChallenge: (signed) => equalInConstantTime(signed, challenge),
      isOrigin: (origin) => isAllowedOrigin(origin, relyingParty.id),
      requiresUserVerification: relyingParty.userVerification === 'required',
    }))
  return assertion && { ...assertion, passkey }
}

function right({ passkey, counter }: Shown, response: AssertionResponse, user: User, { store }: World): RightAnswer {
  const attachment = passkey.attachment ?? response.attachment
  const proof: Proof = attachment === 'cross-platform' ? 'WEB_AUTHN cross-platform' : 'WEB_AUTHN platform'
  const statements = counter === passkey.counter ? [] : [store.passkeys.advance(passkey, counter)]
  return { proof, before: user, user, statements }
}
