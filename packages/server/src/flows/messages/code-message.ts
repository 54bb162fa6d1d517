import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import { maskContact, type ContactAttribute } from '../../domain/contact.ts'
import { foldName } from '../../domain/names.ts'
import type { Pool } from '../../domain/pool.ts'
import type { CodePurpose } from '../../domain/session.ts'
import type { User } from '../../domain/user.ts'
import { post } from '../../outbox/post.ts'
import type { Statement } from '../../store/statement.ts'
import { codeLifetimes } from '../codes/lifetimes.ts'
import { countEmail } from '../quotas/count-email.ts'
import type { World } from '../world.ts'
import { type CustomMessage, customMessage } from '../triggers/custom-message.ts'
import { checkChannel } from './check-channel.ts'
import { codeDigest } from './code-digest.ts'
import { confirmationLink } from './confirmation-link.ts'
import { throughFunction } from './through-function.ts'
import { writeMessage } from './write-message.ts'

/** Why a code is sent, to whom, and where to. */
export interface CodeOccasion {
  readonly pool: Pool
  readonly user: User
  /** Without it, a sign-up is confirmed by a code even where the pool sends links: a link names the client. */
  readonly clientId?: string
  readonly purpose: CodePurpose
  readonly source: CustomMessage['source']
  readonly attribute: ContactAttribute
  /** The address or number the code goes to; what the user will have proved. */
  readonly value: string
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
}

/**
 * Draws a code; gives the statements that keep its digest and put its message into the outbox, and what the caller is
 * told. Nothing is sent before the decision that holds these statements is durable; wake the outbox after it.
 * Throws CodeDeliveryFailureException when the channel leads nowhere, UnexpectedLambdaException when a function of the
 * pool should have had its say.
 */
export async function codeMessage(
  occasion: CodeOccasion,
  world: Pick<
    World,
    'store' | 'sealer' | 'random' | 'clock' | 'outbox' | 'site' | 'functions' | 'log' | 'journal' | 'rates'
  >,
): Promise<{ readonly statements: readonly Statement[]; readonly details: CodeDeliveryDetailsType }> {
  const { pool, user, clientId, purpose, source, attribute, value, clientMetadata } = occasion
  const channel = attribute === 'email' ? 'email' : 'sms'
  checkChannel(pool, channel, world)
  const byLink = confirmsByLink(occasion)
  const own = await customMessage({ source, pool, clientId, user, byLink, clientMetadata }, world)
  const now = world.clock.now()
  const expiresAt = now + codeLifetimes[purpose]
  const code = world.random.digits(6)
  const holder = { poolId: pool.id, sub: user.sub, purpose }
  const digest = codeDigest(code, holder, world.sealer)
  const link = linkOf(occasion, code, world)
  const content = { code, expiresAt, own, ...(link === undefined ? {} : { link }) }
  const message = writeMessage(pool, source, { channel, to: value }, content)
  return {
    statements: [
      world.store.codes.put({ ...holder, digest, attribute, value, createdAt: now, expiresAt }),
      ...(await countEmail(pool, channel, world)),
      post(throughFunction(message, occasion), now, world),
    ],
    details: {
      AttributeName: attribute,
      DeliveryMedium: attribute === 'email' ? 'EMAIL' : 'SMS',
      // Folded as that of a decoy is, of which only the name in the request is known.
      Destination: maskContact(attribute, foldName(pool, value)),
    },
  }
}

/** Only a sign-up is confirmed by link: an attribute's code goes back through an operation, so it must be read. */
function confirmsByLink({ pool, clientId, purpose, attribute }: CodeOccasion): boolean {
  const byLink = pool.settings.VerificationMessageTemplate?.DefaultEmailOption === 'CONFIRM_WITH_LINK'
  return byLink && purpose === 'ConfirmSignUp' && attribute === 'email' && clientId !== undefined
}

function linkOf(occasion: CodeOccasion, code: string, { site }: Pick<World, 'site'>): string | undefined {
  const { pool, user, clientId } = occasion
  if (clientId === undefined || !confirmsByLink(occasion)) return undefined
  return confirmationLink(site.publicUrl, { poolId: pool.id, clientId, username: user.username, code })
}
