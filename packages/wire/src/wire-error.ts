/** What the front end answers before an operation runs: every service with status 400. */
export type WireErrorName = 'SerializationException' | 'InvalidParameterException' | 'ValidationException'

/** A request that is not a valid input of its operation. Its message is meant for the caller and holds no secrets. */
export class WireError extends Error {
  override readonly name: WireErrorName

  constructor(name: WireErrorName, message: string) {
    super(message)
    this.name = name
  }
}
