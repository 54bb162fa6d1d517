const everyMs = 250

/**
 * npm runs a command in a shell and, when it is told to stop, stops that shell alone; the command would be left behind.
 * So one that npm started ends with its parent. Never resolves for any other.
 */
export function parentGone(environment: NodeJS.ProcessEnv): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (environment['npm_lifecycle_event'] === undefined) return promise
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    resolve()
  }, everyMs)
  timer.unref()
  return promise
}
