import { Refused } from './world.ts'

/** What a call was refused with, as `Name: sentence`; says so when it was not. */
export async function refusedWith(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'not refused'
  } catch (error) {
    if (error instanceof Refused) return `${error.name}: ${error.message}`
    throw error
  }
}
