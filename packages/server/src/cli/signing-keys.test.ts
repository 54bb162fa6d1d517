import { expect, test } from 'vitest'
import { home, run, start } from './testing/command.ts'

const demo = 'us-east-1_cognate01'

test('a pool of a running server gets new signing keys, and goes on publishing those before', async () => {
  using here = home()
  await using server = start(here.directory, ['dev', '--port', '0'])
  const address = await server.ready()
  const published = async () => {
    const response = await fetch(`${address}/${demo}/.well-known/jwks.json`)
    const { keys } = (await response.json()) as { readonly keys: readonly { readonly kid: string }[] }
    return keys.map(({ kid }) => kid)
  }
  const before = await published()
  expect(before).toHaveLength(2)
  expect(await run(here.directory, ['signing-keys', 'rotate', demo])).toEqual({
    code: 0,
    out: `The user pool ${demo} signs with new keys.\n`,
    err: '',
  })
  const after = await published()
  expect(new Set(after).size).toBe(4)
  expect(after).toEqual(expect.arrayContaining(before))
})

test('keys of a pool that is not there are one sentence and exit code 1', async () => {
  using here = home()
  const refused = { code: 1, out: '', err: 'There is no user pool of this id.\n' }
  expect(await run(here.directory, ['signing-keys', 'rotate', 'us-east-1_nobody'])).toEqual(refused)
})
