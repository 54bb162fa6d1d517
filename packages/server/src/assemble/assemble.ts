import { mayBeLarge } from '../api/large-bodies.ts'
import { jsonDoor } from '../api/json-door.ts'
import { uploadDoor } from '../api/user-pools/imports/upload-door.ts'
import { type MovableClock, systemClock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Metrics } from '../ambient/metrics.ts'
import { systemRandom } from '../ambient/random.ts'
import { openMasterKey } from '../config/open-master-key.ts'
import { openStore } from '../config/open-store.ts'
import { publicUrlOf } from '../config/public-url.ts'
import type { Settings } from '../config/settings.ts'
import { srpWithWorker } from '../crypto/srp.ts'
import { openCompromisedPasswords } from './open-compromised-passwords.ts'
import { openReaches } from './open-reaches.ts'
import { openUploads } from './open-uploads.ts'
import { openMailroom } from './open-mailroom.ts'
import { uploadsOf } from './uploads-of.ts'
import { welcome } from './welcome.ts'
import { openWorld } from '../flows/open-world.ts'
import type { Lessor } from '../flows/quotas/grants.ts'
import type { World } from '../flows/world.ts'
import type { LargeBodyRule } from '../http/body-bound.ts'
import type { Door, UploadDoor } from '../http/message.ts'
import { kmsDoor } from '../kms/kms-door.ts'
import { startForgetting } from '../jobs/forget-expired.ts'
import { startImporting } from '../jobs/import-users.ts'
import { oauthDoor } from '../oauth/oauth-door.ts'
import { lambdaDoors } from '../lambda/lambda-door.ts'
import { operatorDoor } from '../operator/operator-door.ts'
import { authEventFeedbackDoor } from '../pages/auth-event-feedback.ts'
import { confirmUserDoor } from '../pages/confirm-user.ts'

/** A server with everything in its place, without the listener in front of it. */
export interface Running {
  readonly doors: readonly Door[]
  readonly uploadDoors: readonly UploadDoor[]
  readonly mayBeLarge: LargeBodyRule
  readonly world: World
  /** What a person who started it by hand would like to read first. */
  readonly welcome: readonly string[]
  [Symbol.asyncDispose](): Promise<void>
}

/** How many RSA key pairs are kept ready: a pool takes two. */
const keyPairsReady = 4

export async function assemble(
  settings: Settings,
  bound: { readonly port: number; readonly log: Log; readonly clock: MovableClock; readonly metrics: Metrics },
): Promise<Running> {
  const { profile, issuer, allowPinnedIds } = settings
  const { clock, metrics } = bound
  const random = systemRandom
  const compromisedPasswords = await openCompromisedPasswords(settings, bound.log)
  const publicUrl = publicUrlOf(settings, bound.port)
  const functions = await openReaches(settings, { ...bound, publicUrl, random })
  const uploads = uploadsOf(settings, process.getuid?.())
  const uploadedFunctions = await openUploads(settings, { ...bound, publicUrl, random, uploads })
  const store = await openStore(settings)
  const masterKey = await openMasterKey(settings.masterKey, store.dataKeys, random)
  const site = { publicUrl, issuer, allowPinnedIds }
  const mailroom = await openMailroom(settings, site)
  const clocks = { clock, clientClock: systemClock }
  const lessor = lessorOf(settings)
  const parts = { store, masterKey, ...clocks, random, log: bound.log, metrics, keyPairsReady, mailroom, lessor, site }
  const { recording } = settings
  const reaches = { functions, uploadedFunctions }
  const world = await openWorld({ ...parts, ...reaches, recording, compromisedPasswords, srp: srpWithWorker() })
  const accountOfUnknownKeys = settings.strict ? undefined : settings.account
  const lambda = lambdaDoors({ accountOfUnknownKeys, uploads }, world)
  const jobs = [startForgetting(world), startImporting(world)]
  return {
    world,
    welcome: await welcome(settings, world),
    doors: [
      operatorDoor(profile === 'dev' ? { profile, metrics, clock } : { profile, metrics }, world),
      kmsDoor({ accountOfUnknownKeys, metrics }, world),
      lambda.door,
      jsonDoor({ accountOfUnknownKeys, metrics }, world),
      oauthDoor(world),
      confirmUserDoor(world),
      authEventFeedbackDoor(world),
    ],
    uploadDoors: [uploadDoor(world), lambda.uploadDoor],
    mayBeLarge,
    async [Symbol.asyncDispose]() {
      await Promise.all(jobs.map((job) => job[Symbol.asyncDispose]()))
      await world[Symbol.asyncDispose]()
      await functions[Symbol.asyncDispose]()
    },
  }
}

/** Of several nodes or processes on a store, the store gives out what accounts may ask in a second. */
function lessorOf({ quotas, storage, workers }: Settings): Lessor | undefined {
  if (!quotas) return undefined
  return storage.kind === 'postgres' || workers > 1 ? 'store' : 'process'
}
