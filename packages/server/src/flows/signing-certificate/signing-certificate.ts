import { selfSignedCertificate } from '../../crypto/self-signed-certificate.ts'
import type { PoolResource } from '../../domain/pool-resource.ts'
import { settled } from '../../store/settled.ts'
import { Conflict } from '../../store/statement.ts'
import { newResource } from '../resources/add-resource.ts'
import type { World } from '../world.ts'

/** What a pool signs its SAML requests with. */
export interface SigningCertificate {
  /** DER in base64, without the lines of PEM. */
  readonly certificate: string
  /** PKCS #8 in PEM. */
  readonly privateKey: string
}

type Kept = PoolResource<'SigningCertificate'>

/**
 * The pool's newest certificate, made when it is first asked for, and anew after a year; those before it stay good for
 * their ten years.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetSigningCertificate.html
 */
export async function signingCertificate(poolId: string, world: World): Promise<SigningCertificate> {
  const kept = await settled(async () => {
    const all = await allOf(poolId, world)
    const newest = all.at(-1)
    if (newest && world.clock.now() < newest.createdAt + yearMs) return newest
    const made = await newCertificate(poolId, all.length, world)
    await world.store.decide([world.store.resources.add(made, () => new Conflict())])
    return made
  })
  const privateKey = world.sealer.unseal(kept.sealed ?? '', keyContext(poolId)).toString()
  return { certificate: kept.document.Certificate, privateKey }
}

const yearMs = 365 * 86_400_000

/** More than are made in the life of a server: one a year. */
const mostKept = 1000

async function allOf(poolId: string, { store }: World): Promise<readonly Kept[]> {
  return (await store.resources.list(poolId, 'SigningCertificate', { limit: mostKept })).items
}

/** Their names count them, so that of two made at once one is kept. */
async function newCertificate(poolId: string, before: number, world: World): Promise<Kept> {
  const { clock, keyPairs, random, sealer } = world
  const { privateKey } = await keyPairs.take()
  const from = new Date(clock.now())
  const until = new Date(from)
  until.setUTCFullYear(from.getUTCFullYear() + 10)
  const serialNumber = `01${random.bytes(15).toString('hex')}`
  const der = await selfSignedCertificate(privateKey, { commonName: poolId, serialNumber, from, until })
  return newResource(
    {
      poolId,
      kind: 'SigningCertificate',
      name: String(before + 1).padStart(4, '0'),
      document: { Certificate: der.toString('base64') },
      sealed: sealer.seal(privateKey, keyContext(poolId)),
    },
    world,
  )
}

const keyContext = (poolId: string) => `saml-signing-key:${poolId}`
