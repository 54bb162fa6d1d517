import type { Readers } from './input/reader.ts'
import type { ServiceModel } from './model.ts'
import type { WireErrorName } from './wire-error.ts'

/** What the contracts of one service share. */
export interface ServiceContext {
  readonly model: ServiceModel
  readonly readers: Readers
  readonly refusal: WireErrorName
}
