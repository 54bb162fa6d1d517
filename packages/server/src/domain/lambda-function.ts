import type { PermissionStatement } from './permission-statement.ts'

/** A function that was made through the Lambda API. */
export interface LambdaFunction extends FunctionPlace {
  readonly settings: FunctionSettings
  /** Its environment variables. */
  readonly sealedVariables: string
  readonly code: FunctionCode
  readonly policy: readonly PermissionStatement[]
  /** Another one after every change. */
  readonly revisionId: string
  readonly createdAt: number
  readonly modifiedAt: number
  readonly version: number
}

export interface FunctionPlace {
  readonly account: string
  readonly region: string
  readonly name: string
}

export interface FunctionSettings {
  readonly runtime: string
  readonly handler: string
  readonly role: string
  readonly description: string
  readonly timeoutSeconds: number
  readonly memoryMB: number
  readonly architecture: string
  readonly tags: Readonly<Record<string, string>>
}

/** The file that was sent, in sealed chunks. */
export interface FunctionCode {
  readonly id: string
  readonly chunks: number
  readonly bytes: number
  /** In base64, as CodeSha256. */
  readonly sha256: string
}

export interface CodeChunk {
  readonly codeId: string
  readonly place: number
  readonly sealed: string
  readonly createdAt: number
}
