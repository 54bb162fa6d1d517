import type { Channel, Message, MessageSource } from '../../domain/message.ts'
import type { Pool } from '../../domain/pool.ts'
import type { OwnWords } from '../triggers/custom-message.ts'
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

/** Writes a message out from the pool's templates, or from what a function says instead. */
export function writeMessage(
  pool: Pool,
  source: MessageSource,
  recipient: { readonly channel: Channel; readonly to: string },
  content: Values & { readonly expiresAt: number; readonly own?: OwnWords },
): Message {
  const { channel, to } = recipient
  const { code, link, expiresAt, own = {} } = content
  const template = templateOf(pool, source, channel, link === undefined ? 'code' : 'link')
  const { subject, body } = { subject: own.subject ?? template.subject, body: own[channel] ?? template.body }
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
