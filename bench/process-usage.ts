import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

// Linux's accounts of a process and its children: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html

/** Linux counts CPU time in hundredths of a second, on every machine that Node runs on. */
const tickMs = 10

/** CPU milliseconds that a process and its children have used. */
export function cpuMs(pid: number): number {
  return family(pid).reduce((sum, each) => {
    const [user, system] = statOf(each).slice(11, 13)
    return sum + (Number(user) + Number(system)) * tickMs
  }, 0)
}

export type MemoryField = 'VmHWM' | 'VmRSS'

/** Memory of a process and its children in MB: the most since `forgetPeak`, or what it is now. */
export function memoryMB(pid: number, field: MemoryField): number {
  return family(pid).reduce((sum, each) => {
    const [, kilobytes = '0'] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${each}/status`)) ?? []
    return sum + Number(kilobytes) / 1024
  }, 0)
}

/** From here on the peak is counted anew, where the system lets us. */
export function forgetPeak(pid: number): void {
  for (const each of family(pid)) {
    try {
      writeFileSync(`/proc/${each}/clear_refs`, '5')
    } catch {
      // Then it is the peak since the start, which is no less.
    }
  }
}

function family(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => Number(statOf(Number(name))[1]) === pid)
  return [pid, ...children.map(Number)]
}

/** The fields behind the command's name, which may hold anything: state, parent, … */
function statOf(pid: number): readonly string[] {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
