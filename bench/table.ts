import type { Row } from './row.ts'

const columns: readonly (readonly [title: string, cell: (row: Row) => string])[] = [
  ['operation', ({ operation }) => operation],
  ['store', ({ store }) => store],
  ['users', ({ users }) => users.toLocaleString('en')],
  ['processes', ({ workers }) => String(workers)],
  ['ops/s', ({ opsPerSecond }) => opsPerSecond.toFixed(0)],
  ['p50 ms', ({ p50Ms }) => p50Ms?.toFixed(1) ?? '–'],
  ['p95 ms', ({ p95Ms }) => p95Ms?.toFixed(1) ?? '–'],
  ['p99 ms', ({ p99Ms }) => p99Ms?.toFixed(1) ?? '–'],
  ['errors', ({ errors }) => String(errors)],
  ['CPU ms/op', ({ cpuMsPerOp }) => cpuMsPerOp.toFixed(3)],
  ['peak MB', ({ peakMemoryMB }) => peakMemoryMB.toFixed(0)],
  ['worst loop ms', ({ worstLoopDelayMs }) => worstLoopDelayMs.toFixed(0)],
  ['limit/s', ({ limitPerSecond }) => limitPerSecond?.toFixed(0) ?? '–'],
  ['ratio', ({ ratio }) => ratio?.toFixed(2) ?? '–'],
]

/** Lines of a Markdown table that is a table to the eye as well. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const cells = rows.map((row) => columns.map(([, cell]) => cell(row)))
  const titles = columns.map(([title]) => title)
  const widths = titles.map((title, at) => Math.max(title.length, ...cells.map((line) => line[at]?.length ?? 0)))
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, at) => (at < 2 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at < 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(titles), rule, ...cells.map(line)]
}

export const legend = `CPU ms/op: user and system time of the server's processes an operation, median of the seconds.
limit/s: operations that one core could do a second if it did their cryptography and nothing else.
ratio: CPU time of that cryptography / CPU ms/op; 1 would be a server that costs nothing.`
