import { expect } from 'vitest'
import { systemRandom } from '../../ambient/random.ts'
import { always } from '../../testing/device-scene.ts'
import { devicesOf } from '../../testing/devices-of.ts'
import type { Place } from '../../testing/engines.ts'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { outcomeOf } from '../../testing/mfa-scene.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, tokensOf } from '../../testing/sign-in-scene.ts'
import { testWorld } from '../../testing/world.ts'

/** Two nodes on one store, and Ada with a device that she confirmed. */
async function adaOnTwoNodes(place: Place) {
  const masterKey = systemRandom.bytes(32)
  const one = await signInScene({ DeviceConfiguration: always }, { store: await place.open(), masterKey })
  const other = await testWorld({ store: await place.open(), masterKey })
  await one.newUser('ada')
  const words = devicesOf(one)
  const confirmed = () => one.byPassword('ada').then((first) => words.confirms(first))
  const named = (DeviceKey: string) => ({ UserPoolId: one.UserPoolId, Username: 'ada', DeviceKey })
  return {
    ...one,
    ...words,
    confirmed,
    forget: (key: string) => other.call('AdminForgetDevice', named(key)),
    isThere: async (key: string) => (await refusalOf(one.call('AdminGetDevice', named(key)))) === 'accepted',
    callOther: other.call,
    async [Symbol.asyncDispose]() {
      await other[Symbol.asyncDispose]()
      await one[Symbol.asyncDispose]()
    },
  }
}

const rounds = Array.from({ length: 8 })

sharedStoreTest('whoever signs in while their device is forgotten keeps no refresh token of it', async (place) => {
  await using ada = await adaOnTwoNodes(place)
  for (const _ of rounds) {
    const { device } = await ada.confirmed()
    const proof = await ada.beginsProof(await ada.byPasswordOn(device.key), device)
    const [signedIn] = await Promise.allSettled([
      ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof),
      ada.forget(device.key),
    ])
    expect(await ada.isThere(device.key)).toBe(false)
    if (signedIn.status === 'rejected') continue
    const { RefreshToken } = tokensOf(signedIn.value)
    expect(await refusalOf(ada.refresh(RefreshToken, undefined, { DEVICE_KEY: device.key }))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    )
  }
})

sharedStoreTest(
  'whoever signs in while their device stops being remembered has proved it, or has not',
  async (place) => {
    await using ada = await adaOnTwoNodes(place)
    for (const _ of rounds) {
      const { device } = await ada.confirmed()
      const proof = await ada.beginsProof(await ada.byPasswordOn(device.key), device)
      const status = { UserPoolId: ada.UserPoolId, Username: 'ada', DeviceKey: device.key }
      const [signedIn] = await Promise.all([
        ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof),
        ada.callOther('AdminUpdateDeviceStatus', { ...status, DeviceRememberedStatus: 'not_remembered' }),
      ])
      expect(outcomeOf(signedIn)).toBe('tokens')
      expect(outcomeOf(await ada.byPasswordOn(device.key))).toBe('tokens')
    }
  },
)

sharedStoreTest('the proof of a device that is shown many times at once opens one session', async (place) => {
  await using ada = await adaOnTwoNodes(place)
  const { device } = await ada.confirmed()
  const proof = await ada.beginsProof(await ada.byPasswordOn(device.key), device)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => refusalOf(ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof))),
  )
  expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1)
})

sharedStoreTest('a user who is deleted while they confirm a device leaves none', async (place) => {
  await using ada = await adaOnTwoNodes(place)
  for (const round of rounds.keys()) {
    const { sub } = await ada.newUser(`user-${round}`)
    const first = await ada.byPassword(`user-${round}`)
    const key = first.AuthenticationResult?.NewDeviceMetadata?.DeviceKey ?? ''
    const { AccessToken } = tokensOf(first)
    await Promise.allSettled([ada.confirms(first), ada.callOther('DeleteUser', { AccessToken })])
    expect(await ada.world.store.users.findBySub(ada.UserPoolId, sub)).toBeUndefined()
    expect(await ada.world.store.devices.find(ada.UserPoolId, sub, key)).toBeUndefined()
  }
})
