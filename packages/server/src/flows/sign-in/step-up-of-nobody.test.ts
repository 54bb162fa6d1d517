import { expect, test } from 'vitest'
import { level, stepUpScene } from '../../testing/step-up-scene.ts'

const names = Array.from({ length: 150 }, (_, number) => `nobody-${number}`)

test.each([1, 2, 3, 4])(
  'where the client hides who exists, an authenticator that is not asked for does not show by what leads to level %i',
  async (wanted) => {
    await using scene = await stepUpScene()
    const seenBy = async (name?: string) => {
      const preferring = { PREFERRED_CHALLENGE: 'PASSWORD_SRP' }
      const { ChallengeName, AvailableChallenges } = await scene.aimAt(level(wanted), preferring, name)
      return `${ChallengeName}, ${AvailableChallenges?.join()}`
    }
    await scene.withToken()
    const nobodies = await Promise.all(names.map((name) => seenBy(name).catch(() => 'refused')))
    expect(nobodies).toContain(await seenBy())
  },
)
