import type { Place } from './pool.ts'

/** `resource` as in `key/<id>` and `alias/<name>`. */
export function kmsArn({ account, region }: Place, resource: string): string {
  return `arn:aws:kms:${region}:${account}:${resource}`
}
