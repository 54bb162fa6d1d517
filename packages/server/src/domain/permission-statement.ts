/** One statement of a function's policy, as AddPermission makes it. */
export interface PermissionStatement {
  readonly id: string
  readonly action: string
  /** A service, an account or everybody. */
  readonly principal: string
  readonly sourceArn?: string | undefined
  readonly sourceAccount?: string | undefined
}
