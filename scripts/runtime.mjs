import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './repository.mjs'

const bins = join(root, 'node_modules', '.bin')

/** The Node that the repository brings, or the one that runs this if it is new enough; ends the process otherwise. */
export function repositoryNode() {
  const own = join(bins, 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  process.stderr.write(
    `Cognate needs Node 24 or newer, and this is ${process.version}. For this system the repository brings none: install it from nodejs.org.\n`,
  )
  process.exit(1)
}

/** The environment for what runs on it: its own tools come first. */
export function repositoryEnvironment() {
  return { ...process.env, PATH: [bins, process.env.PATH].join(delimiter) }
}
