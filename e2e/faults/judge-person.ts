import { Refused } from './json-call.ts'
import { hasDone, nextStep } from './person.ts'
import type { Person } from './person.ts'
import type { Scene } from './scene.ts'

/**
 * Compares what a restarted server knows of a person with what was acknowledged, and gives what is not right. A step that
 * was asked for without an answer may have been done, whole, or not: from then on it counts as what was found.
 */
export async function judgePerson(person: Person, scene: Scene): Promise<readonly string[]> {
  const seen = await whatIsSeen(person, scene)
  const complaints = seen ? await judgeSeen(person, seen, scene) : judgeAbsent(person)
  person.asked = false
  return complaints.map((complaint) => `${person.username}: ${complaint}`)
}

interface Seen {
  readonly status: string
  readonly attributes: ReadonlyMap<string, string | undefined>
}

async function whatIsSeen({ username: Username }: Person, { call, poolId }: Scene): Promise<Seen | undefined> {
  try {
    const { UserStatus = '', UserAttributes = [] } = await call('AdminGetUser', { UserPoolId: poolId, Username })
    return { status: UserStatus, attributes: new Map(UserAttributes.map(({ Name, Value }) => [Name, Value])) }
  } catch (error) {
    if (error instanceof Refused && error.name === 'UserNotFoundException') return undefined
    throw error
  }
}

function judgeAbsent(person: Person): readonly string[] {
  return hasDone(person, 'signUp') ? ['the sign-up was acknowledged, and there is nobody'] : []
}

async function judgeSeen(person: Person, seen: Seen, scene: Scene): Promise<readonly string[]> {
  return [
    ...judgeSignUp(person, seen),
    ...judgeConfirmation(person, seen),
    ...judgeName(person, seen),
    ...(await judgeSessions(person, scene)),
  ]
}

function judgeSignUp(person: Person, { attributes }: Seen): readonly string[] {
  if (nextStep(person) === 'signUp') person.done += 1
  const sub = attributes.get('sub')
  const expected = person.sub
  person.sub = sub
  return [
    ...(expected !== undefined && sub !== expected ? [`the sub was ${expected} and is ${sub}`] : []),
    ...(attributes.get('email') === person.email ? [] : [`the e-mail address is ${attributes.get('email')}`]),
  ]
}

function judgeConfirmation(person: Person, { status, attributes }: Seen): readonly string[] {
  const confirmed = status === 'CONFIRMED'
  if (confirmed && person.asked && nextStep(person) === 'confirm') person.done += 1
  const expected = hasDone(person, 'confirm')
  const verified = attributes.get('email_verified') === 'true'
  return [
    ...(confirmed === expected && (confirmed || status === 'UNCONFIRMED') ? [] : [`the status is ${status}`]),
    ...(verified === confirmed ? [] : [`${status}, and the address is ${verified ? '' : 'not '}verified`]),
  ]
}

function judgeName(person: Person, { attributes }: Seen): readonly string[] {
  const name = attributes.get('name')
  if (name !== person.name && name === person.nameAsked && person.asked && nextStep(person) === 'rename') {
    person.done += 1
    person.name = name
  }
  return name === person.name ? [] : [`the name was ${person.name} and is ${name}`]
}

async function judgeSessions(person: Person, scene: Scene): Promise<readonly string[]> {
  const live = await goodOnes(person.live, scene)
  const ended = await goodOnes(person.ended, scene)
  const revived = ended.length > 0 ? [`${ended.length} sessions outlived a sign-out`] : []
  const signedOut = person.live.length > 0 && live.length === 0
  if (signedOut && person.asked && nextStep(person) === 'signOut') {
    person.done += 1
    person.ended = [...person.ended, ...person.live]
    person.live = []
  }
  const lost = person.live.length - live.length
  return lost > 0 ? [...revived, `${lost} of ${person.live.length} sessions are gone`] : revived
}

async function goodOnes(tokens: readonly string[], { call, clientId }: Scene): Promise<readonly string[]> {
  const good: string[] = []
  for (const REFRESH_TOKEN of tokens) {
    try {
      await call('InitiateAuth', {
        ClientId: clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN },
      })
      good.push(REFRESH_TOKEN)
    } catch (error) {
      if (!(error instanceof Refused && error.name === 'NotAuthorizedException')) throw error
    }
  }
  return good
}
