import { execFile } from 'node:child_process'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findTerraformPlugins } from './find-terraform.ts'
import { startServer } from './server.ts'
import { stores } from './stores.ts'

const plugins = findTerraformPlugins()
const configuration = fileURLToPath(new URL('terraform/main.tf', import.meta.url))
const [sqlite] = stores
const patienceMs = 900_000

interface Outcome {
  readonly code: unknown
  readonly said: string
}

/** Terraform in a directory of its own, with access keys that nobody made. */
function terraformIn(directory: string, endpoint: string) {
  const env = {
    PATH: process.env['PATH'],
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    CHECKPOINT_DISABLE: '1',
    TF_VAR_endpoint: endpoint,
  }
  return (stage: number, ...args: readonly string[]): Promise<Outcome> =>
    new Promise((resolve) => {
      const options = { cwd: directory, env: { ...env, TF_VAR_stage: String(stage) } }
      execFile('terraform', [...args, '-no-color'], options, (error, stdout, stderr) =>
        resolve({ code: error ? error.code : 0, said: stdout + stderr }),
      )
    })
}

// On one store: what Terraform can notice does not depend on it, and it is slow.
describe.runIf(plugins)('Terraform', () => {
  test(
    'makes every resource of user pools, changes each in place and plans nothing more',
    async () => {
      await using home = await sqlite.open()
      await using server = await startServer(home)
      const directory = join(home.directory, 'terraform')
      await mkdir(directory)
      await copyFile(configuration, join(directory, 'main.tf'))
      const terraform = terraformIn(directory, server.endpoint)
      const done = (said: RegExp) => ({ code: 0, said: expect.stringMatching(said) as string })

      expect(await terraform(1, 'init', `-plugin-dir=${plugins}`)).toEqual(done(/successfully initialized/))
      expect(await terraform(1, 'apply', '-auto-approve')).toEqual(done(/Resources: 14 added, 0 changed, 0 destroyed/))
      expect(await terraform(1, 'plan', '-detailed-exitcode')).toEqual(done(/No changes/))
      expect(await terraform(2, 'apply', '-auto-approve')).toEqual(done(/Resources: 0 added, 10 changed, 0 destroyed/))
      expect(await terraform(2, 'plan', '-detailed-exitcode')).toEqual(done(/No changes/))
      expect(await terraform(2, 'destroy', '-auto-approve')).toEqual(done(/Resources: 14 destroyed/))
    },
    patienceMs,
  )
})

test.for(plugins ? [] : ['this machine has no Terraform with its provider for AWS'])(
  'Terraform proves nothing here: %s',
  (_, { skip }) => {
    expect(plugins).toBeUndefined()
    skip()
  },
)
