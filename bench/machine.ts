import { readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGB: number
  readonly system: string
  readonly node: string
  readonly date: string
  /** Before the first row: what others on the machine were doing. */
  readonly loadAverage: number
}

export function describeMachine(): Machine {
  const all = cpus()
  return {
    cpu: all[0]?.model ?? 'unknown',
    cores: all.length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${distribution()}, Linux ${release()}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    loadAverage: Number(loadavg()[0]?.toFixed(2)),
  }
}

function distribution(): string {
  const [, name = 'Linux'] = /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? []
  return name
}
