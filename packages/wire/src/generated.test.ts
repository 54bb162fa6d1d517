import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generatedFiles } from '../generate/generated-files.ts'

it.each([...generatedFiles()])('%s is what `npm run generate` writes from the model', (path, text) => {
  expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(text)
})
