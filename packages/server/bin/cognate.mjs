#!/usr/bin/env node
// Plain JavaScript for old runtimes: it must be able to say which one is needed.
import { existsSync } from 'node:fs'
import module from 'node:module'

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `Cognate needs Node 24 or newer, and this is ${process.version}: in a clone of the repository, "npm start" and "npx cognate" bring it; elsewhere install it from nodejs.org.\n`,
  )
  process.exit(1)
}

module.enableCompileCache()
const published = new URL('../dist/main.js', import.meta.url)
await import(existsSync(published) ? published.href : '../src/main.ts')
