/** Where a person confirms a sign-up with one click; the page is pages/confirm-user.ts. `publicUrl` ends without a slash. */
export function confirmationLink(
  publicUrl: string,
  sent: { readonly poolId: string; readonly clientId: string; readonly username: string; readonly code: string },
): string {
  const query = new URLSearchParams({
    client_id: sent.clientId,
    user_name: sent.username,
    confirmation_code: sent.code,
  })
  return `${publicUrl}/${sent.poolId}/confirmUser?${query.toString()}`
}
