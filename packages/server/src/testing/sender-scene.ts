import { vi } from 'vitest'
import { createKey } from '../flows/keys-of-kms/create-key.ts'
import { nameKey } from '../flows/keys-of-kms/name-key.ts'
import type { Parts } from '../flows/open-world.ts'
import { inProcessFunctions } from '../functions/in-process.ts'
import { kmsDoor } from '../kms/kms-door.ts'
import type { kmsGate } from './kms-gate.ts'
import { peopleIn } from './people.ts'
import { arnOf } from './recorded-functions.ts'
import { decryptedCode } from './sender-function.ts'

type Gate = Awaited<ReturnType<typeof kmsGate>>

interface SenderEvent {
  readonly triggerSource: string
  readonly request: { readonly type: string; readonly code: string | null }
}

const place = { account: '000000000000', region: 'us-east-1' }

/** A pool whose messages go through a function, which asks the door of keys for the code; what it was told and read. */
export async function senderScene(
  gate: Gate,
  parts: Partial<Parts> = {},
  attribute: 'email' | 'phone_number' = 'email',
) {
  const function_ = recordedSender()
  const scene = await peopleIn({ parts: { functions: function_.functions, ...parts } })
  const key = await createKey(place, {}, scene.world)
  const KMSKeyID = `arn:aws:kms:us-east-1:000000000000:key/${key.id}`
  await nameKey(place, { AliasName: 'alias/codes', TargetKeyId: key.id, how: 'new' }, scene.world)
  const named = { LambdaVersion: 'V1_0', LambdaArn: arnOf('sender') } as const
  await scene.call('UpdateUserPool', {
    UserPoolId: scene.UserPoolId,
    AutoVerifiedAttributes: [attribute],
    LambdaConfig: { CustomEmailSender: named, CustomSMSSender: named, KMSKeyID },
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' },
  })
  const door = kmsDoor({ accountOfUnknownKeys: place.account, metrics: scene.metrics }, scene.world)
  gate.leadTo(door)
  const environment = {
    AWS_ENDPOINT_URL_KMS: gate.address,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    KEY_ALIAS: 'alias/codes',
    KEY_ARN: KMSKeyID,
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  return {
    ...scene,
    ...function_,
    KMSKeyID,
    place,
    async [Symbol.asyncDispose]() {
      vi.unstubAllEnvs()
      await scene[Symbol.asyncDispose]()
    },
  }
}

function recordedSender() {
  const events: SenderEvent[] = []
  const codes: (string | undefined)[] = []
  const failing = { times: 0 }
  const handler = async (event: SenderEvent) => {
    events.push(event)
    if (failing.times-- > 0) throw new Error('The provider is down')
    codes.push(await decryptedCode(event))
  }
  return { events, codes, failing, functions: inProcessFunctions({ [arnOf('sender')]: handler }) }
}
