import type { ContactAttribute } from '../../domain/contact.ts'
import { notVerifiable } from '../../domain/refusals.ts'

/** The attribute a caller names, if it is one that a code can prove. */
export function contactAttribute(name: string): ContactAttribute {
  if (name === 'email' || name === 'phone_number') return name
  throw notVerifiable(name)
}
