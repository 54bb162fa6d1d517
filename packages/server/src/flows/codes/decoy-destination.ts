import { isEmail, isPhoneNumber, type ContactAttribute } from '../../domain/contact.ts'
import type { World } from '../world.ts'

/**
 * Where a code of nobody's seems to go: the address that the name itself is, where a code could go there; otherwise one
 * made up, the same each time for the same folded name.
 */
export function decoyDestination(
  name: string,
  attributes: readonly ContactAttribute[],
  { poolId, sealer }: { readonly poolId: string; readonly sealer: World['sealer'] },
): { readonly attribute: ContactAttribute; readonly value: string } {
  if (attributes.includes('email') && isEmail(name)) return { attribute: 'email', value: name }
  if (attributes.includes('phone_number') && isPhoneNumber(name)) return { attribute: 'phone_number', value: name }
  const bytes = Buffer.from(sealer.digest(name, `decoy:${poolId}`), 'base64url')
  if (attributes[0] === 'phone_number')
    return { attribute: 'phone_number', value: String(bytes.readUInt32BE() % 10_000).padStart(4, '0') }
  const letter = (place: number) => String.fromCharCode(97 + (bytes.readUInt16BE(place) % 26))
  return { attribute: 'email', value: `${letter(0)}@${letter(2)}` }
}
