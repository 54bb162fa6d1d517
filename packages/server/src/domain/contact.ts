import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
// One file of it: the others, more than a hundred, take 20 ms to load.
import emailRule from 'validator/lib/isEmail.js'
import { emailMalformed, phoneNumberMalformed } from './refusals.ts'

/** The attributes a code can be sent to. */
export type ContactAttribute = 'email' | 'phone_number'

/** Whether it is an address that mail can be sent to (RFC 5321, with an internationalised local part). */
export function isEmail(value: string): boolean {
  return emailRule.default(value, { allow_utf8_local_part: true, require_tld: false, ignore_max_length: false })
}

/** E.164 with its plus sign, as the service demands; whether the number is assigned is not asked, as it does not either. */
export function isPhoneNumber(value: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(value) && parsePhoneNumberFromString(value) !== undefined
}

export function checkContact(attribute: string, value: string): void {
  if (attribute === 'email' && !isEmail(value)) throw emailMalformed()
  if (attribute === 'phone_number' && !isPhoneNumber(value)) throw phoneNumberMalformed()
}

/** How a code's destination is shown: enough to recognise, too little to learn. */
export function maskContact(attribute: ContactAttribute, value: string): string {
  if (attribute === 'phone_number') return `+*******${value.slice(-4)}`
  const [local = '', domain = ''] = value.split('@')
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`
}
