/** Lets one sleeper be woken. A ring that nobody waits for is remembered. */
export interface Bell {
  ring(): void
  /** Until the bell rings, or the milliseconds are over. */
  wait(milliseconds: number): Promise<void>
}

export function bell(): Bell {
  let rung = false
  let wakeUp: (() => void) | undefined
  return {
    ring() {
      rung = true
      wakeUp?.()
    },
    async wait(milliseconds) {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds).unref()
          wakeUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      rung = false
      wakeUp = undefined
    },
  }
}
