import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { hasBoto3 } from './has-boto3.ts'
import { newKey } from './new-key.ts'
import { onBothStores } from './on-both-stores.ts'

const run = promisify(execFile)
const scripts = fileURLToPath(new URL('boto3', import.meta.url))

/** The AWS command line sends the same shapes: it is made of the same library. */
const scenarios = [
  { title: 'pools and clients are made, described, updated, paged through, tagged and deleted', script: 'pools.py' },
  { title: 'administrators make, find, change, disable and delete users', script: 'users.py' },
  { title: 'groups are made, changed, joined, left and deleted, and the tokens say so', script: 'groups.py' },
  { title: 'second factors are configured, set up, preferred, asked for and turned off', script: 'mfa.py' },
  { title: 'people choose their first factor, and authenticate more strongly', script: 'choice.py' },
  { title: 'a device is confirmed, proves itself with SRP of its own, is managed and forgotten', script: 'devices.py' },
  { title: 'a person signs in with an independent SRP client, behind a client secret', script: 'sign_in.py' },
  { title: 'a known access key must sign rightly', script: 'access_key.py' },
] as const

const boto3 = hasBoto3()

describe.runIf(boto3)('boto3', () => {
  const scenes = onBothStores(() => Promise.resolve({}))

  for (const { title, script } of scenarios)
    test.each(scenes)(`${title}, on $store`, async ({ home, server }) => {
      const key = await newKey(home)
      const env = {
        PATH: process.env['PATH'],
        HOME: home.directory,
        AWS_ACCESS_KEY_ID: key.accessKeyId,
        AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_ENDPOINT_URL: server.endpoint,
      }
      expect(await run('python3', ['-B', join(scripts, script)], { env })).toEqual({ stdout: 'done\n', stderr: '' })
    })
})

test.for(boto3 ? [] : ['this machine has no python3 with boto3'])('boto3 proves nothing here: %s', (_, { skip }) => {
  expect(boto3).toBe(false)
  skip()
})
