import type { StructureModel } from '../model.ts'
import type { Violation } from './violation.ts'

/**
 * Reads a JSON value, which is not null, into the value an operation sees. Adds the constraints it breaks to
 * `violations`; throws a SerializationException where the JSON type is wrong.
 */
export type Reader = (json: unknown, violations: Violation[]) => unknown

/** Makes the readers of one service. */
export interface Readers {
  readonly structure: (members: StructureModel) => Reader
}
