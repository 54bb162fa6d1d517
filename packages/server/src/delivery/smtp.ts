import { createTransport } from 'nodemailer'
import type { Parcel } from '../domain/parcel.ts'
import type { Delivery } from './delivery.ts'
import { mailbox } from './mailbox.ts'
import type { SmtpSettings } from './smtp-settings.ts'

/** Milliseconds. The whole is bounded too: a server that trickles its answers is never silent. */
const patience = { connect: 10_000, greeting: 10_000, silence: 30_000, whole: 120_000 }

/** Sends e-mail through one mail server, over a few connections that stay open. `from` is for pools that name none. */
export function smtp(settings: SmtpSettings, from: string): Delivery {
  const { host, port, tls, auth } = settings
  const transport = createTransport({
    pool: true,
    host,
    port,
    secure: tls === 'from the start',
    requireTLS: tls === 'STARTTLS',
    ignoreTLS: tls === 'none',
    ...(auth && { auth }),
    maxConnections: 5,
    // The outbox tries again, and knows when; a second try in here could double what the first one did deliver.
    maxRequeues: 0,
    connectionTimeout: patience.connect,
    dnsTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    idleTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const over = new AbortController()
  return {
    giveUp: () => over.abort(),
    async deliver(parcel) {
      const signal = AbortSignal.any([AbortSignal.timeout(patience.whole), over.signal])
      try {
        await transport.sendMail({ ...mailOf(parcel, from), signal })
        return 'sent'
      } catch (error) {
        if (refusesRecipient(error)) return 'refused'
        throw error
      }
    },
    async [Symbol.asyncDispose]() {
      transport.close()
    },
  }
}

function mailOf({ id, createdAt, message }: Parcel, defaultFrom: string) {
  const { to, subject, text, html, replyTo } = message
  const from = mailbox(message.from ?? defaultFrom)
  return {
    from,
    to: { name: '', address: to },
    ...(replyTo === undefined ? {} : { replyTo: mailbox(replyTo) }),
    subject: subject ?? '',
    text,
    ...(html === undefined ? {} : { html }),
    messageId: `<${id}@${from.address.split('@').at(-1)}>`,
    date: new Date(createdAt),
    // RFC 3834: no absence notes in return.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** Only a permanent "no" to this very recipient is final; a sender or password that is refused can be put right. */
function refusesRecipient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { command, responseCode } = error as { readonly command?: string; readonly responseCode?: number }
  return command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500 && responseCode !== 503
}
