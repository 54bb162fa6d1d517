/** Passwords that others know: from what was stolen elsewhere, or because everybody chooses them. */
export interface CompromisedPasswords {
  /** Says no where the list cannot be asked: a service that is down must not keep everybody out. */
  contains(password: string): Promise<boolean>
  [Symbol.asyncDispose](): Promise<void>
}
