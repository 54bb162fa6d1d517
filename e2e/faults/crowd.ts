import { randomUUID } from 'node:crypto'
import { Unanswered } from './json-call.ts'
import { newPerson, nextStep } from './person.ts'
import type { Person } from './person.ts'
import type { Scene } from './scene.ts'
import { takeStep } from './take-step.ts'

/** People who live on the server, several at a time. */
export interface Crowd {
  /** Everybody there ever was. */
  readonly people: readonly Person[]
  /** Who asked for something since this was last called. */
  touched(): readonly Person[]
  /** Goes on with the lives that are under way and begins others, until the server no longer answers or `end` is called. */
  live(scene: Scene, lanes: number): { readonly ended: Promise<readonly Error[]>; end(): void }
  /** So many new people sign up at the same moment; `answered` is called at each answer. */
  arrive(scene: Scene, count: number, answered: () => void): Promise<readonly Error[]>
}

export function newCrowd(): Crowd {
  const people: Person[] = []
  const touched = new Set<Person>()
  const idle: Person[] = []

  function born(): Person {
    const person = newPerson(`p-${randomUUID()}`)
    people.push(person)
    return person
  }

  /** One step; gives what went wrong, other than that no answer came. */
  async function stepOf(person: Person, scene: Scene): Promise<Error | 'unanswered' | undefined> {
    const step = nextStep(person)
    if (!step) return undefined
    touched.add(person)
    try {
      await takeStep(step, person, scene)
      idle.push(person)
      return undefined
    } catch (error) {
      if (!(error instanceof Unanswered)) return new Error(`${step} of ${person.username}`, { cause: error })
      idle.push(person)
      return 'unanswered'
    }
  }

  async function lane(scene: Scene, going: () => boolean): Promise<readonly Error[]> {
    const faults: Error[] = []
    while (going()) {
      const outcome = await stepOf(idle.shift() ?? born(), scene)
      if (outcome === 'unanswered') return faults
      if (outcome) faults.push(outcome)
    }
    return faults
  }

  return {
    people,
    touched() {
      const those = [...touched]
      touched.clear()
      return those
    },
    live(scene, lanes) {
      const until = { ended: false }
      const going = () => !until.ended
      const all = Promise.all(Array.from({ length: lanes }, () => lane(scene, going)))
      return {
        ended: all.then((faults) => faults.flat()),
        end() {
          until.ended = true
        },
      }
    },
    async arrive(scene, count, answered) {
      const arrivals = Array.from({ length: count }, async () => {
        const outcome = await stepOf(born(), scene)
        if (outcome === undefined) answered()
        return outcome
      })
      return (await Promise.all(arrivals)).filter((outcome) => outcome instanceof Error)
    },
  }
}
