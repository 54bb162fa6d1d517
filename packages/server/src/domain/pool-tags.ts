import type { PoolSettings } from './pool.ts'
import { Refusal } from './refusal.ts'
import { invalid } from './refusals.ts'

export type Tags = NonNullable<PoolSettings['UserPoolTags']>

const mostTags = 50
const passwordStorage = 'cognate:password-storage'

/** How an operation refuses tags that break the general rules; not every operation knows UserPoolTaggingException. */
export type RefuseTags = (message: string) => Refusal
export const badTagging: RefuseTags = (message) => new Refusal('UserPoolTaggingException', message)

/** Refuses tags that a pool cannot be made with. */
export function checkNewTags(tags: Tags = {}, refuse: RefuseTags = badTagging): void {
  if (Object.keys(tags).length > mostTags) throw refuse(`A user pool can have at most ${mostTags} tags.`)
  const reserved = Object.keys(tags).find((key) => key.toLowerCase().startsWith('aws:'))
  if (reserved) throw refuse(`The tag key ${reserved} is reserved: keys cannot begin with aws:.`)
  checkIssuer(tags)
  if (tags[passwordStorage] !== undefined && tags[passwordStorage] !== 'argon2id')
    throw invalid(`The tag ${passwordStorage} must be argon2id.`)
}

/**
 * The tags after a change, which are those asked for: but how passwords are stored stays what it was when the pool was
 * made, since what is stored cannot be converted.
 */
export function checkChangedTags(before: Tags = {}, after: Tags, refuse: RefuseTags = badTagging): Tags {
  checkNewTags(after, refuse)
  const [storage, asked] = [before[passwordStorage], after[passwordStorage]]
  if (asked !== undefined && asked !== storage)
    throw invalid(`The tag ${passwordStorage} can only be set when the pool is created.`)
  return storage === undefined ? after : { ...after, [passwordStorage]: storage }
}

/** Whether the pool keeps Argon2id hashes, and nothing that the SRP flow could use. */
export function storesArgon2idOnly({ UserPoolTags }: PoolSettings): boolean {
  return UserPoolTags?.[passwordStorage] === 'argon2id'
}

function checkIssuer(tags: Tags): void {
  const issuer = tags['cognate:issuer']
  if (issuer !== undefined && issuer !== 'aws' && issuer !== 'cognate')
    throw invalid('The tag cognate:issuer must be aws or cognate.')
}
