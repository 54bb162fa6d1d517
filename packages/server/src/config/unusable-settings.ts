/** Everything that is wrong with what was asked for; each sentence says what to do. Nothing starts. */
export class UnusableSettings extends Error {
  override readonly name = 'UnusableSettings'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}
