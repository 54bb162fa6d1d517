import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { CompromisedPasswords } from './compromised-passwords.ts'
import { sha1Of } from './filter-format.ts'
import { pauseMs, type Pauses, pausesOf } from './pauses.ts'

/** A sign-in waits no longer than this for the service. */
const patienceMs = 1500
/** The answers of the largest such service have some 80 kB, with padding. */
const longestAnswer = 1_000_000

/**
 * A service that gives all suffixes of SHA-1 digests that begin with five digits, so that it does not learn which one was
 * asked for: https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange. Where it does not answer, `instead` does;
 * for a while unasked, after several failures in a row.
 */
export function rangeService(
  url: string,
  { instead, log, clock }: { readonly instead: CompromisedPasswords; readonly log: Log; readonly clock: Clock },
): CompromisedPasswords {
  const base = url.replace(/\/+$/, '')
  const pauses = pausesOf(clock)
  return {
    async contains(password) {
      if (!pauses.mayAsk()) return instead.contains(password)
      const digest = sha1Of(password).toString('hex').toUpperCase()
      try {
        const listed = lists(await answer(`${base}/${digest.slice(0, 5)}`), digest.slice(5))
        pauses.answered()
        return listed
      } catch (error) {
        warn(error, pauses.failed(), log)
        return instead.contains(password)
      }
    },
    [Symbol.asyncDispose]: () => instead[Symbol.asyncDispose](),
  }
}

function warn(error: unknown, told: ReturnType<Pauses['failed']>, log: Log): void {
  if (told === 'known') return
  const fault = error instanceof Error ? error.name : typeof error
  const facts = told === 'pause' ? { fault, pauseMs } : { fault }
  log.warn('the service of compromised passwords did not answer; the common ones are looked at instead', facts)
}

async function answer(url: string): Promise<string> {
  const headers = { 'add-padding': 'true', 'user-agent': 'cognate' }
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
  if (!response.ok || !response.body) throw new Error(`answered ${response.status}`)
  let text = ''
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    text += piece
    if (text.length > longestAnswer) throw new Error('answered too much')
  }
  return text
}

/** Padding has the count 0. */
function lists(text: string, suffix: string): boolean {
  return text.split(/\r?\n/).some((line) => {
    const [listed = '', count = ''] = line.split(':')
    return listed.toUpperCase() === suffix && Number(count) > 0
  })
}
