import { userPools } from '@cognate/wire/user-pools-service.ts'
import type { OperationName } from '@cognate/wire/user-pools.ts'
import type { LargeBodyRule } from '../http/body-bound.ts'

const carryingImages: readonly OperationName[] = ['CreateManagedLoginBranding', 'UpdateManagedLoginBranding']
const targets: ReadonlySet<string> = new Set(carryingImages.map((name) => `${userPools.targetPrefix}.${name}`))

/** The calls that carry the images of a style: 2 MB of them, which base64 makes a third more. */
export const mayBeLarge: LargeBodyRule = ({ headers }) => targets.has(headers['x-amz-target'] ?? '')
