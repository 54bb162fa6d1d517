// The process that asks, beside the server: it keeps so many connections busy and measures how long answers take.
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openCaller } from './caller.ts'
import type { Caller } from './caller.ts'
import { drives, passwordSignIn } from './drives.ts'
import type { Drive, Seat, Tokens } from './drives.ts'
import type { LoadNews, LoadOrder, LoadSummary } from './load-messages.ts'
import { quantile } from './median.ts'
import { registerPasskeys } from './passkey-holders.ts'
import { srpClient } from './srp-client.ts'

const signedIn = 200
const withPasskeys = 50

let callers: readonly Caller[] = []
let seat: Seat | undefined

process.on('message', (order: LoadOrder) => {
  obey(order).catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }))
})

async function obey(order: LoadOrder): Promise<void> {
  if (order.kind === 'open') {
    const { site, port, connections } = order
    callers = await Promise.all(Array.from({ length: connections }, () => openCaller(site, port)))
    const [first] = callers
    if (!first) throw new Error('nobody is there to ask')
    const tokens: Tokens[] = []
    while (tokens.length < Math.min(signedIn, site.users)) tokens.push(await passwordSignIn(first, site))
    const passkeys = await registerPasskeys(first, tokens.slice(0, withPasskeys))
    let turn = randomInt(site.withTotp.users)
    seat = { site, srp: srpClient(site.poolId), tokens, passkeys, turn: () => turn++ }
    tell({ kind: 'open' })
    return
  }
  if (!seat) throw new Error('a run before it is open')
  tell({ kind: 'done', summary: await run(drives[order.operation], order, seat) })
}

async function run(
  drive: Drive,
  { warmUpSeconds, seconds }: Extract<LoadOrder, { kind: 'run' }>,
  theSeat: Seat,
): Promise<LoadSummary> {
  const latencies: number[] = []
  const errors: string[] = []
  const state = { going: true, warm: false, operations: 0 }
  const lane = async (caller: Caller) => {
    while (state.going) {
      const began = performance.now()
      await drive(caller, theSeat).catch((error: unknown) => state.warm && errors.push(String(error)))
      if (state.warm) latencies.push(performance.now() - began)
      state.operations += 1
    }
  }
  const lanes = Promise.all(callers.map(lane))
  await sleep(warmUpSeconds * 1000)
  state.warm = true
  tell({ kind: 'second', operations: state.operations })
  for (let second = 0; second < seconds; second++) {
    await sleep(1000)
    tell({ kind: 'second', operations: state.operations })
  }
  state.going = false
  await lanes
  const sorted = latencies.toSorted((a, b) => a - b)
  return {
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    p99Ms: quantile(sorted, 0.99),
    errors: errors.length,
    firstError: errors[0],
  }
}

function tell(news: LoadNews): void {
  process.send?.(news)
}
