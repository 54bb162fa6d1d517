import { functionSettingNotOffered, invalidMember } from '../domain/function-refusals.ts'
import { type Members, textIn } from './members.ts'

/** The code of a function; from S3 and from registries of images there is none. */
export function readZipFile(members: Members): Buffer {
  const elsewhere = ['S3Bucket', 'S3Key', 'S3ObjectVersion', 'ImageUri', 'SourceKMSKeyArn']
  const given = elsewhere.find((name) => members[name] !== undefined && members[name] !== null)
  if (given !== undefined) throw functionSettingNotOffered(given)
  const text = textIn(members, 'ZipFile', /^[A-Za-z0-9+/]*={0,2}$/)
  if (!text) throw invalidMember('zipFile', 'Member must not be null')
  return Buffer.from(text, 'base64')
}
