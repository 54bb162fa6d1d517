import type { SchemaAttributeType } from '@cognate/wire/user-pools.ts'
import { invalid } from './refusals.ts'

const longestValue = 2048

/** Refuses constraints that are no numbers, beyond what a value may be, or that contradict each other. */
export function checkSchemaAttribute(attribute: SchemaAttributeType): void {
  const { Name = '', StringAttributeConstraints: text, NumberAttributeConstraints: number } = attribute
  const [shortest, longest] = [lengthOf(Name, text?.MinLength), lengthOf(Name, text?.MaxLength)]
  if (shortest !== undefined && longest !== undefined && shortest > longest)
    throw invalid(`Attribute ${Name} cannot have a max length shorter than it's min length`)
  const [least, most] = [valueOf(Name, number?.MinValue), valueOf(Name, number?.MaxValue)]
  if (least !== undefined && most !== undefined && least > most)
    throw invalid(`Attribute ${Name} cannot have a max value smaller than it's min value`)
}

function lengthOf(name: string, length: string | undefined): number | undefined {
  if (length === undefined || length === '') return undefined
  if (!/^\d{1,9}$/.test(length) || Number(length) > longestValue)
    throw invalid(`Invalid length for attribute ${name}: it must be a number from 0 to ${longestValue}.`)
  return Number(length)
}

function valueOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined
  if (!/^-?\d{1,19}(\.\d{1,19})?$/.test(value))
    throw invalid(`Invalid value constraint for attribute ${name}: it must be a number.`)
  return Number(value)
}
