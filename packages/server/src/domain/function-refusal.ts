/** A "no" of the Lambda API, with its name and status. */
export class FunctionRefusal extends Error {
  override readonly name: string
  readonly status: number

  constructor(name: string, status: number, message: string) {
    super(message)
    this.name = name
    this.status = status
  }
}
