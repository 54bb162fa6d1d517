import { codeExpired } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { judgeCode } from '../codes/judge-code.ts'
import { hourlyLimits } from '../codes/limits.ts'
import { requireBySub } from '../find-user.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { contactAttribute } from './contact-attribute.ts'
import { nameChanges } from './name-changes.ts'

const counted = { kind: 'VerifyUserAttribute', limit: hourlyLimits.VerifyUserAttribute } as const

/** The code proves the address it was sent to, if that is still the one; an address that waited takes its place. */
export function verifyAttribute(
  { pool, user: { sub } }: Pick<Admission, 'pool' | 'user'>,
  { attribute: name, code: given }: { readonly attribute: string; readonly code: string },
  world: World,
): Promise<void> {
  const attribute = contactAttribute(name)
  return settled(async () => {
    const before = await requireBySub(pool, sub, world)
    const answer = {
      poolId: pool.id,
      who: sub,
      purpose: `VerifyAttribute:${attribute}`,
      code: given,
      ...counted,
    } as const
    const { code, statements } = await judgeCode(answer, world)
    const { [attribute]: pending, ...pendingAttributes } = before.pendingAttributes
    if (code.value !== (pending ?? before.attributes[attribute])) throw codeExpired()
    const attributes = { ...before.attributes, [attribute]: code.value, [`${attribute}_verified`]: 'true' }
    const after: User = { ...before, attributes, pendingAttributes, modifiedAt: world.clock.now() }
    const names = await nameChanges(pool, before, after, { ...world, force: true })
    await world.store.decide([...statements, ...world.store.users.save(after, before), ...names])
  })
}
