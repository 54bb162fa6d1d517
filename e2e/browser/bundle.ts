import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The application as one script, which gives a page the global `app`. */
export async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('app.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { global: 'globalThis' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'app' } },
  })
  const [output] = Array.isArray(built) ? built : []
  const [chunk] = output?.output ?? []
  if (!chunk) throw new Error('the application was not bundled')
  return chunk.code
}
