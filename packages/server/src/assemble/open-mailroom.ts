import type { Settings } from '../config/settings.ts'
import { smtpSettings } from '../delivery/smtp-settings.ts'
import type { Site } from '../flows/site.ts'
import type { Mailroom } from '../outbox/mailroom.ts'

/** Where messages go: e-mail to the mail server there is, and in dev everything to the inbox besides. */
export async function openMailroom(
  { smtp: url, profile }: Pick<Settings, 'smtp' | 'profile'>,
  site: Site,
): Promise<Mailroom> {
  const inbox = profile === 'dev'
  if (url === undefined) return { carriers: {}, inbox }
  // A server without a mail server never needs it: it stays out of memory.
  const { smtp } = await import('../delivery/smtp.ts')
  const settings = smtpSettings(url)
  const delivery = smtp(settings, settings.from ?? `no-reply@${new URL(site.publicUrl).hostname}`)
  return {
    carriers: { email: (parcel) => delivery.deliver(parcel) },
    giveUp: () => delivery.giveUp(),
    inbox,
    [Symbol.asyncDispose]: () => delivery[Symbol.asyncDispose](),
  }
}
