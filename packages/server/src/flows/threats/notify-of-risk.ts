import type { NotifyConfigurationType } from '@cognate/wire/user-pools.ts'
import type { AuthEvent } from '../../domain/auth-event.ts'
import type { Message } from '../../domain/message.ts'
import type { Pool } from '../../domain/pool.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { RiskResponse } from '../../domain/risk-response.ts'
import type { User } from '../../domain/user.ts'
import { post } from '../../outbox/post.ts'
import type { Statement } from '../../store/statement.ts'
import { countTry } from '../codes/judge-code.ts'
import { channelRefusal } from '../messages/check-channel.ts'
import { escapeHtml } from '../messages/escape-html.ts'
import { plainText } from '../messages/plain-text.ts'
import { throughFunction } from '../messages/through-function.ts'
import type { World } from '../world.ts'
import { unsealContext } from './event-context.ts'
import { feedbackLink } from './feedback-link.ts'
import { feedbackToken } from './feedback-token.ts'
import { fillInNotification, type NotificationValues } from './fill-in-notification.ts'
import { notificationWords } from './notification-words.ts'

export interface Notice {
  readonly pool: Pool
  readonly user: User
  readonly event: AuthEvent
  readonly response: RiskResponse
  readonly configured: NotifyConfigurationType | undefined
}

const dayMs = 86_400_000

/** Whoever knows a password can bring about one mail after the other. */
const mostAnHour = 10

/**
 * Tells a user of a risk, by e-mail, at an address that they proved. What cannot be sent is not, nor more than enough: a
 * sign-in does not fail for want of a notification.
 */
export async function notifyOfRisk(notice: Notice, world: World): Promise<void> {
  const mail = notification(notice, world)
  if (!mail) return
  const { poolId, who } = notice.event
  const counted = countTry({ poolId, who, kind: 'RiskNotification', limit: mostAnHour }, world)
  try {
    await world.store.decide([counted, mail])
    world.outbox.wake()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function notification(notice: Notice, world: World): Statement | undefined {
  const { pool, user, event } = notice
  const to = user.attributes['email']
  if (!notice.response.notify || !to || user.attributes['email_verified'] !== 'true') return undefined
  const refusal = channelRefusal(pool, 'email', world)
  if (refusal) {
    world.log.warn('a user was not told of a risk', { pool: pool.id, event: event.id, fault: refusal.name })
    return undefined
  }
  return post(throughFunction({ ...written(notice, world), to }, { pool, user }), world.clock.now(), world)
}

function written({ user, event, response, configured }: Notice, world: World): Omit<Message, 'to'> {
  const { Subject, HtmlBody, TextBody } = notificationWords(response, configured)
  const values = valuesOf(user, event, world)
  const html = HtmlBody === undefined ? undefined : fillInNotification(HtmlBody, values, escapeHtml)
  const text = TextBody === undefined ? plainText(html ?? '') : fillInNotification(TextBody, values)
  return {
    channel: 'email',
    source: 'AccountTakeOverNotification',
    subject: fillInNotification(Subject, values).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
    text,
    ...(html !== undefined && { html }),
    ...senderIn(configured),
    expiresAt: world.clock.now() + dayMs,
  }
}

function senderIn(configured: NotifyConfigurationType | undefined): Pick<Message, 'from' | 'replyTo'> {
  const identity = configured?.SourceArn.split(':identity/')[1]
  const from = configured?.From || (identity?.includes('@') ? identity : undefined)
  return { ...(from && { from }), ...(configured?.ReplyTo && { replyTo: configured.ReplyTo }) }
}

function valuesOf({ username }: User, event: AuthEvent, world: Pick<World, 'sealer' | 'site'>): NotificationValues {
  const context = unsealContext(event, world)
  const token = feedbackToken(event, world)
  const link = (value: 'Valid' | 'Invalid') => feedbackLink(world.site.publicUrl, { event, username, token, value })
  return {
    username,
    'ip-address': context.IpAddress,
    city: context.City,
    country: context.Country,
    'login-time': new Date(event.createdAt).toUTCString(),
    'device-name': context.DeviceName,
    'one-click-link-valid': link('Valid'),
    'one-click-link-invalid': link('Invalid'),
    'event-id': event.id,
    'feedback-token': token,
  }
}
