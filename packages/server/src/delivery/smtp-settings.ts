import { mailbox } from './mailbox.ts'

/** A mail server, and how it is spoken to. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  readonly tls: 'from the start' | 'STARTTLS' | 'none'
  readonly auth?: { readonly user: string; readonly pass: string }
  /** The sender of pools that name none. */
  readonly from?: string
}

const loopback = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Reads `smtp://user:password@host:587` or `smtps://…:465`, with `?from=ADDRESS`. Behind `smtp://` STARTTLS is demanded
 * of every server but one on this very machine. Throws a sentence, which never repeats the URL: it may hold a password.
 */
export function smtpSettings(url: string): SmtpSettings {
  const read = readUrl(url)
  const secure = read.protocol === 'smtps:'
  const from = read.searchParams.get('from')
  return {
    host: read.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(read.port) || (secure ? 465 : 587),
    tls: secure ? 'from the start' : loopback.test(read.hostname) ? 'none' : 'STARTTLS',
    ...(read.username && { auth: { user: decoded(read.username), pass: decoded(read.password) } }),
    ...(from && { from }),
  }
}

function readUrl(url: string): URL {
  const read = URL.canParse(url) ? new URL(url) : undefined
  if (!read?.hostname || !['smtp:', 'smtps:'].includes(read.protocol))
    throw new Error(
      'The SMTP URL must look like smtp://user:password@mail.example.com:587 or smtps://mail.example.com.',
    )
  const strange = [...read.searchParams.keys()].find((key) => key !== 'from')
  if (strange !== undefined) throw new Error(`The SMTP URL has a parameter "${strange}"; only "from" is known.`)
  const from = read.searchParams.get('from')
  if (from && !/^[^\s@]+@[^\s@]+$/.test(mailbox(from).address))
    throw new Error('The sender in the SMTP URL must be an e-mail address, such as from=no-reply@example.com.')
  if (read.password && !read.username) throw new Error('The SMTP URL has a password but no user.')
  return read
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Error('The user or password in the SMTP URL is not percent-encoded: write % as %25.')
  }
}
