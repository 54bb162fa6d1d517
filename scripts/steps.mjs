import { join } from 'node:path'
import { installWhatIsMissing } from './install.mjs'
import { root } from './repository.mjs'
import { runChild } from './run-child.mjs'
import { repositoryEnvironment, repositoryNode } from './runtime.mjs'

/** @typedef {{ readonly name: string, readonly args: readonly string[] }} Step what to run, from the root, with our Node */

/** @type {readonly Step[]} */
export const quickSteps = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
  { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
]

/**
 * Runs every step, even behind one that failed, and tells how each went; gives the exit code.
 * @param {readonly Step[]} steps
 * @returns {Promise<number>}
 */
export async function runSteps(steps) {
  await installWhatIsMissing()
  /** @type {string[]} */
  const lines = []
  let failed = 0
  for (const { name, args } of steps) {
    process.stdout.write(`\n— ${name}\n`)
    const start = performance.now()
    const [file = '', ...rest] = args
    const code = await runChild(repositoryNode(), [join(root, file), ...rest], {
      cwd: root,
      env: repositoryEnvironment(),
    })
    // Somebody who stops one step wants none of the others.
    if (code > 128) return code
    if (code !== 0) failed += 1
    lines.push(`${code === 0 ? 'passed' : 'FAILED'}  ${name}  ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
  process.stdout.write(`\n${lines.join('\n')}\n`)
  return failed === 0 ? 0 : 1
}
