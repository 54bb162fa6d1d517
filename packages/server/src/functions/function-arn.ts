/** What an ARN of AWS Lambda names. */
export interface FunctionArn {
  readonly region: string
  readonly account: string
  readonly name: string
}

const pattern =
  /^arn:aws[a-z-]*:lambda:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):(?<account>\d{12}):function:(?<name>[A-Za-z0-9_-]{1,64})(?::\$LATEST)?$/

/** Undefined for anything else, and for aliases and versions: the functions of a directory have none. */
export function readFunctionArn(arn: string): FunctionArn | undefined {
  const { region, account, name } = pattern.exec(arn)?.groups ?? {}
  return region !== undefined && account !== undefined && name !== undefined ? { region, account, name } : undefined
}
