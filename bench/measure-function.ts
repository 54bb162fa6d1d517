import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../packages/server/src/ambient/clock.ts'
import { logTo } from '../packages/server/src/ambient/log.ts'
import { systemRandom } from '../packages/server/src/ambient/random.ts'
import { directoryFunctions } from '../packages/server/src/functions/directory-functions.ts'
import { quantile } from './median.ts'

const account = '000000000000'
const calls = 2000
const event = JSON.stringify({ triggerSource: 'PreSignUp_SignUp', request: { userAttributes: {} }, response: {} })

/** What a call of a function costs that is running already and does nothing, one call after the other, in a sentence. */
export async function measureFunction(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'cognate-bench-functions-'))
  writeFileSync(join(directory, 'f.js'), 'exports.handler = async (event) => event\n')
  const parts = { directory, account, endpoint: 'http://127.0.0.1:9400', changes: 'followed', path: '' } as const
  const log = logTo(process.stderr, 'error')
  try {
    await using functions = directoryFunctions({ ...parts, log, clock: systemClock, random: systemRandom })
    const times: number[] = []
    for (let call = 0; call < calls; call++) {
      const began = performance.now()
      const source = { id: 'us-east-1_bench', account, region: 'us-east-1' }
      const arn = `arn:aws:lambda:us-east-1:${account}:function:f`
      const { kind } = await functions.invoke(arn, { payload: event, limitMs: 5000, source })
      if (kind !== 'answered') throw new Error(`the function has not answered: ${kind}`)
      times.push(performance.now() - began)
    }
    const [first = 0] = times
    const sorted = times.slice(1).toSorted((one, other) => one - other)
    const at = (share: number) => quantile(sorted, share).toFixed(2)
    return `a call of a directory function: the first ${first.toFixed(0)} ms, then p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)} ms`
  } finally {
    rmSync(directory, { recursive: true })
  }
}
