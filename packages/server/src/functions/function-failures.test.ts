import { expect, test } from 'vitest'
import { functionDirectory } from '../testing/function-directory.ts'

const handler = (body: string) => `exports.handler = async () => { ${body} }`
const bounds = { eventMs: 1500 }
/** So that a busy machine is not what ends a function. */
const patient = { eventMs: 15_000 }

test.each([
  ['throws', 'f.js', handler("throw new TypeError('no')"), { errorMessage: 'no', errorType: 'TypeError' }],
  ['throws a text', 'f.js', handler("throw 'no'"), { errorMessage: 'no', errorType: 'string' }],
  [
    'throws in Python',
    'f.py',
    'def handler(e, c):\n    raise ValueError("no")',
    { errorMessage: 'no', errorType: 'ValueError' },
  ],
  [
    'throws later',
    'f.js',
    handler("setTimeout(() => { throw new Error('late') }); await new Promise(() => {})"),
    { errorMessage: 'late', errorType: 'Error' },
  ],
  ['answers what JSON cannot say', 'f.js', handler('return 1n'), { errorType: 'Runtime.MarshalError' }],
  [
    'exits',
    'f.js',
    handler('process.exit(3)'),
    { errorType: 'Runtime.ExitError', errorMessage: 'Error: Runtime exited with error: exit status 3' },
  ],
  [
    'kills itself',
    'f.py',
    'import os\ndef handler(e, c):\n    os.kill(os.getpid(), 9)',
    { errorType: 'Runtime.ExitError', errorMessage: 'Error: Runtime exited with error: signal: killed' },
  ],
  [
    'has no handler',
    'f.js',
    'exports.other = 1',
    { errorType: 'Runtime.HandlerNotFound', errorMessage: 'f.handler is undefined or not exported' },
  ],
  ['needs what is not there', 'f.js', "require('nowhere')", { errorType: 'Runtime.ImportModuleError' }],
  ['needs what is not there in Python', 'f.py', 'import nowhere', { errorType: 'Runtime.ImportModuleError' }],
  ['cannot be read as TypeScript', 'f.ts', 'export const handler = (', { errorType: 'Runtime.UserCodeSyntaxError' }],
  [
    'takes all memory',
    'f.js',
    handler('const all = []; for (;;) all.push(new Array(1e6).fill({}))'),
    { errorType: 'Runtime.ExitError', errorMessage: 'Error: Runtime exited with error: signal: aborted' },
  ],
  [
    'takes all memory in Python',
    'f.py',
    'def handler(e, c):\n    return [bytearray(10**7) for _ in range(10**6)]',
    { errorType: 'MemoryError' },
  ],
])(
  'that a function %s is what comes of it, and the next one finds another process',
  async (_what, name, text, failure) => {
    await using scene = await functionDirectory({ [name]: text, 'sound.js': handler('return 1') }, { bounds: patient })
    expect(await scene.invoke('f')).toMatchObject({ kind: 'threw', ...failure })
    expect(await scene.invoke('f')).toMatchObject({ kind: 'threw', ...failure })
    expect(await scene.invoke('sound')).toEqual({ kind: 'answered', payload: '1' })
  },
)

test.each([
  ['loops', 'f.js', handler('for (;;);')],
  ['loops in Python', 'f.py', 'def handler(e, c):\n    while True: pass'],
  ['sleeps', 'f.js', handler('await new Promise((resolve) => setTimeout(resolve, 1e6))')],
])('a function that %s is ended after its time, in the words of AWS [O]', async (_what, name, text) => {
  await using scene = await functionDirectory({ [name]: text }, { bounds })
  expect(await scene.invoke('f')).toMatchObject({
    kind: 'threw',
    errorType: 'Sandbox.Timedout',
    errorMessage: expect.stringMatching(
      /^RequestId: [-0-9a-f]{36} Error: Task timed out after 1\.50 seconds$/,
    ) as string,
  })
})

test('an answer beyond six megabytes is refused, and nobody holds it [D]', async () => {
  const text = "exports.handler = async (n) => 'a'.repeat(n - 2)"
  await using scene = await functionDirectory({ 'f.js': text })
  const limit = 6_291_556
  expect(await scene.invoke('f', limit)).toMatchObject({ kind: 'answered' })
  expect(await scene.invoke('f', limit + 1)).toEqual({ kind: 'too-large', bytes: limit + 1, limit })
  expect(await scene.invoke('f', 3)).toEqual({ kind: 'answered', payload: '"a"' })
})

test('a function that prints without end harms nobody else', async () => {
  const flood = "for (;;) require('node:fs').writeSync(1, 'a'.repeat(65536))"
  await using scene = await functionDirectory(
    { 'f.js': handler(flood), 'sound.js': handler('return 1') },
    { bounds: patient },
  )
  const [flooding, sound] = await Promise.all([scene.invoke('f'), scene.invoke('sound')])
  expect(flooding).toMatchObject({
    kind: 'threw',
    errorMessage: 'Error: Runtime exited with error: it printed too much',
  })
  expect(sound).toEqual({ kind: 'answered', payload: '1' })
})

test('whoever waits no longer than asked is answered in time, and the function goes on', async () => {
  const text = `let calls = 0
    exports.handler = async (ms) => { await new Promise((resolve) => setTimeout(resolve, ms)); return ++calls }`
  await using scene = await functionDirectory({ 'f.js': text }, { bounds: { most: 1 } })
  expect(await scene.invoke('f', 0)).toEqual({ kind: 'answered', payload: '1' })
  expect(await scene.invoke('f', 400, 100)).toEqual({ kind: 'timed-out' })
  expect(await scene.invoke('f', 0)).toEqual({ kind: 'answered', payload: '3' })
})
