/** Why a value cannot be used; reads on after the name of the setting: `must be a whole number from 1 to 256`. */
export interface Unfit {
  readonly must: string
}

export function isUnfit(value: unknown): value is Unfit {
  return typeof value === 'object' && value !== null && 'must' in value
}
