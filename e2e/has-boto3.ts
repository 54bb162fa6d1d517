import { execFileSync } from 'node:child_process'

/** Whether this machine has Python 3 with boto3. */
export function hasBoto3(): boolean {
  try {
    execFileSync('python3', ['-c', 'import boto3'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
