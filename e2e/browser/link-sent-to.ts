import type { Server } from '../server.ts'

/** The link in the newest message to an address; rejects where there is none. */
export async function linkSentTo(to: string, { inbox }: Server): Promise<URL> {
  const [newest] = await inbox.letters(to)
  const [link] = /http:\/\/[^\s)]+/.exec(newest?.text ?? '') ?? []
  if (link === undefined) throw new Error(`no link was sent to ${to}`)
  return new URL(link)
}
