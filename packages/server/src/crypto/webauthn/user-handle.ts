/** What authenticators keep to know whose a passkey is. */
export const userHandleOf = (sub: string) => Buffer.from(sub).toString('base64url')
