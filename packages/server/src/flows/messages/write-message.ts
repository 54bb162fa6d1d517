import type { Channel, Message, MessageSource } from '../../domain/message.ts'
import type { Pool } from '../../domain/pool.ts'
import { escapeHtml } from './escape-html.ts'
import { fillIn, type Values, type Writing } from './fill-in.ts'
import { plainText } from './plain-text.ts'
import { senderOf } from './sender-of.ts'
import { templateOf } from './template.ts'

const asText: Writing = { value: (value) => value, link: (words, link) => `${words} (${link})` }
const asHtml: Writing = {
  value: escapeHtml,
  link: (words, link) => `<a href="${escapeHtml(link)}">${words}</a>`,
}

/** Writes a message out from the pool's templates. */
export function writeMessage(
  pool: Pool,
  source: MessageSource,
  recipient: { readonly channel: Channel; readonly to: string },
  content: Values & { readonly expiresAt: number },
): Message {
  const { channel, to } = recipient
  const { subject, body } = templateOf(pool, source, channel, content.link === undefined ? 'code' : 'link')
  const { code, link, expiresAt } = content
  const common = { channel, to, source, code, ...(link === undefined ? {} : { link }), expiresAt }
  if (channel === 'sms') return { ...common, text: fillIn(body, content, asText) }
  const html = fillIn(body, content, asHtml)
  return {
    ...common,
    ...senderOf(pool),
    subject: oneLine(fillIn(subject, content, asText)),
    text: plainText(html),
    html,
  }
}

/** A subject is one header: a line break in it would begin another. */
function oneLine(subject: string): string {
  return subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
