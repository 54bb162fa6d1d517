import type { Functions } from './functions.ts'

/** There are none: whichever is asked for was deleted, as far as anybody can tell. */
export const noFunctions: Functions = { invoke: () => Promise.resolve({ kind: 'not-found' }) }
