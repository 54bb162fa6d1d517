import { readFileSync } from 'node:fs'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The README's code of one language under one heading, block by block. */
export function readmeBlocks(heading: string, language: string): readonly string[] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`the README has no section "${heading}"`)
  const found = [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
  return found.flatMap(([, tag, code]) => (tag === language && code !== undefined ? [code] : []))
}
