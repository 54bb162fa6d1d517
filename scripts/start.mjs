// npm start: installs what is missing, then `cognate dev` with the arguments that were given.
import { join } from 'node:path'
import { installWhatIsMissing } from './install.mjs'
import { root } from './repository.mjs'
import { runChild } from './run-child.mjs'
import { repositoryEnvironment, repositoryNode } from './runtime.mjs'

await installWhatIsMissing()
const command = [join(root, 'packages/server/bin/cognate.mjs'), 'dev', ...process.argv.slice(2)]
process.exit(await runChild(repositoryNode(), command, { env: repositoryEnvironment() }))
