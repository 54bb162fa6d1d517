import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** More files than these are not watched; a function's own are few, and packages are left out. */
const mostFiles = 300

/** Another text whenever a file below the directory was changed, added or removed, packages and hidden folders aside. */
export async function sourceStamp(directory: string): Promise<string> {
  const files = await filesBelow(directory)
  const stamps = await Promise.all(files.slice(0, mostFiles).map(stampOf))
  return stamps.join('\n')
}

async function filesBelow(directory: string, found: string[] = []): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (found.length >= mostFiles) break
    const path = join(directory, entry.name)
    if (!entry.isDirectory()) found.push(path)
    else if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) await filesBelow(path, found)
  }
  return found
}

async function stampOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file)
    return `${file} ${mtimeMs} ${size} ${ino}`
  } catch {
    return `${file} gone`
  }
}
