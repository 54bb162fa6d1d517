/** Somebody whose life is one step after the other, and what the server has acknowledged of it. */
export interface Person {
  readonly username: string
  readonly email: string
  /** Steps of the life that were acknowledged, or found done after a kill. */
  done: number
  /** Whether the step after those was asked for and no answer seen. */
  asked: boolean
  /** Known since the sign-up was acknowledged or found. */
  sub: string | undefined
  /** Refresh tokens that were acknowledged since the last sign-out, and those that it ended. */
  live: readonly string[]
  ended: readonly string[]
  /** Of the latest sign-in. */
  accessToken: string
  /** The attribute `name`, by which people are found: as acknowledged, and as last asked for. */
  name: string | undefined
  nameAsked: string | undefined
}

export const password = 'Correct-horse-1'

/** In this order. A sign-out ends every session. */
export const life = ['signUp', 'confirm', 'signIn', 'rename', 'signIn', 'rename', 'signOut', 'signIn'] as const

export type Step = (typeof life)[number]

export function newPerson(username: string): Person {
  const email = `${username}@example.com`
  return {
    username,
    email,
    done: 0,
    asked: false,
    sub: undefined,
    live: [],
    ended: [],
    accessToken: '',
    name: undefined,
    nameAsked: undefined,
  }
}

/** Undefined at the end of the life. */
export const nextStep = ({ done }: Person): Step | undefined => life[done]

/** Whether a step of the life was done at least once. */
export const hasDone = ({ done }: Person, step: Step): boolean => life.slice(0, done).includes(step)
