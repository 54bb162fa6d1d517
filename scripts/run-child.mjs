import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program with our own terminal and hands signals on to it; resolves with its exit code.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runChild(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => child.kill(signal)
    process.on('SIGINT', handOn).on('SIGTERM', handOn)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('SIGINT', handOn).off('SIGTERM', handOn)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}
