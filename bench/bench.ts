// npm run bench [-- OPTIONS]: how fast it is, beside what its cryptography alone would allow.
import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { limitMeter } from './limit.ts'
import { startLoad } from './load-process.ts'
import { describeMachine } from './machine.ts'
import { measureFunction } from './measure-function.ts'
import { importName, measureImport } from './measure-import.ts'
import { measureRow } from './measure-row.ts'
import type { Measured, Scenario, Time } from './measure-row.ts'
import { operationNames } from './operations.ts'
import type { OperationName } from './operations.ts'
import { readOptions } from './options.ts'
import { prepareSite, storeNames } from './prepared-site.ts'
import type { PreparedSite, StoreName } from './prepared-site.ts'
import { memoryMB } from './process-usage.ts'
import type { Row } from './row.ts'
import { startMeasured } from './server.ts'
import { legend, tableLines } from './table.ts'

const connections = 32
const idleSeconds = 10

type RowName = OperationName | typeof importName

const options = readOptions(process.argv.slice(2))
const time: Time = options.short ? { warmUpSeconds: 1, seconds: 3 } : { warmUpSeconds: 3, seconds: 8 }
const machine = describeMachine()
const rows: Row[] = []
const notes: string[] = []

say(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB, ${machine.system}, Node ${machine.node}\n`)
say(`${connections} connections; load average before: ${machine.loadAverage}\n`)
const meter = limitMeter()
for (let at = 0; at < 20; at++) meter.sample()
const { powerMs, signatureMs, verificationMs } = meter.read()
say(`one exponentiation ${powerMs.toFixed(3)} ms, one RS256 signature ${signatureMs.toFixed(3)} ms, `)
say(`one ES256 verification ${verificationMs.toFixed(3)} ms of CPU\n`)

if (options.only?.test('directory function') ?? true) note(await measureFunction())
for (const store of storeNames) {
  for (const users of options.short ? [1000] : [1000, 1_000_000]) await measureSite(store, users)
}
say(`\n${tableLines(rows).join('\n')}\n\n${legend}\n\n${notes.join('\n')}\n`)

async function measureSite(store: StoreName, users: number): Promise<void> {
  const wanted = [1, 2].map((workers) => ({
    scenario: { store, users, workers },
    names: wantedOf({ store, users, workers }),
  }))
  if (wanted.every(({ names }) => names.length === 0)) return
  await using prepared = await prepareSite(store, users, say)
  for (const { scenario, names } of wanted) if (names.length > 0) await measureScenario(scenario, names, prepared)
}

async function measureScenario(
  scenario: Scenario,
  names: readonly RowName[],
  { place, site }: PreparedSite,
): Promise<void> {
  const { store, users, workers } = scenario
  const server = await startMeasured(place, { workers, cpuProf: options.cpuProf })
  const title = `${store}, ${users.toLocaleString('en')} users, ${workers} ${workers === 1 ? 'process' : 'processes'}`
  try {
    if (workers === 1) await sleep(idleSeconds * 1000)
    note(`${title}: ready in ${server.readyMs.toFixed(0)} ms, ${memoryMB(server.pid, 'VmRSS').toFixed(0)} MB when idle`)
    const load = await startLoad(site, server.port, connections)
    for (const name of names) {
      const measured =
        name === importName
          ? await measureImport(scenario, server, { site, lines: options.short ? 2_000 : 20_000 })
          : await measureRow(name, scenario, { server, load, meter }, time)
      keep(measured, title)
    }
    await load.close()
  } finally {
    await server.stop()
  }
}

function keep({ row, p999Ms, firstError }: Measured, title: string): void {
  rows.push(row)
  // A run that is broken off leaves what it has measured.
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`)
  say(`${title}: ${row.operation}: ${row.opsPerSecond.toFixed(0)}/s, ${row.cpuMsPerOp.toFixed(3)} ms of CPU, `)
  say(`ratio ${row.ratio?.toFixed(2) ?? '–'}, event loop p99.9 ${p999Ms.toFixed(1)} ms, `)
  say(
    `worst ${row.worstLoopDelayMs.toFixed(1)} ms${firstError === undefined ? '' : `, ${row.errors} errors: ${firstError}`}\n`,
  )
}

function wantedOf({ store, users, workers }: Scenario): readonly RowName[] {
  const place = `${store}, ${users} users, ${workers} ${workers === 1 ? 'process' : 'processes'}`
  const names: readonly RowName[] = [...operationNames, importName]
  return names.filter((name) => options.only?.test(`${name}, ${place}`) ?? true)
}

function note(text: string): void {
  notes.push(text)
  say(`${text}\n`)
}

function say(text: string): void {
  process.stdout.write(text)
}
