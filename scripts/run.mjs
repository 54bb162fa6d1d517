// node scripts/run.mjs FILE …: runs a TypeScript file of the repository, installing what is missing first.
import { resolve } from 'node:path'
import { installWhatIsMissing } from './install.mjs'
import { runChild } from './run-child.mjs'
import { repositoryEnvironment, repositoryNode } from './runtime.mjs'

const [file, ...args] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('Which file? node scripts/run.mjs FILE [arguments]\n')
  process.exit(2)
}
await installWhatIsMissing()
process.exit(await runChild(repositoryNode(), [resolve(file), ...args], { env: repositoryEnvironment() }))
