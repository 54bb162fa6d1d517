import type { Question, Situation } from '../sign-in/challenges/challenge.ts'
import type { World } from '../world.ts'
import { askablePasskeys } from './askable-passkeys.ts'
import { descriptorsOf } from './descriptors.ts'

/** How long a browser waits for its user, milliseconds [D]. */
export const ceremonyTimeout = 180_000

/**
 * Asks for a signature of one of the user's passkeys; undefined where there is nobody for whom they would be.
 * https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson
 */
export async function passkeyQuestion(situation: Situation, world: World): Promise<Question | undefined> {
  const askable = await askablePasskeys(situation, world)
  if (!askable) return undefined
  const { relyingParty, passkeys } = askable
  const challenge = Buffer.from(world.random.bytes(32)).toString('base64url')
  const options = {
    challenge,
    timeout: ceremonyTimeout,
    rpId: relyingParty.id,
    allowCredentials: descriptorsOf(passkeys, relyingParty),
    userVerification: relyingParty.userVerification,
  }
  return { parameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) }, memory: { challenge } }
}
