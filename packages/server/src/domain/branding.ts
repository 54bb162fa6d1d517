import type {
  AssetType,
  CreateManagedLoginBrandingRequest,
  UpdateManagedLoginBrandingRequest,
} from '@cognate/wire/user-pools.ts'
import type { PoolDocuments } from './pool-resource.ts'
import { invalid } from './refusals.ts'

type Branding = PoolDocuments['ManagedLoginBranding']
type Requested = Omit<UpdateManagedLoginBrandingRequest, 'UserPoolId' | 'ManagedLoginBrandingId'>
type Members = Readonly<Record<string, unknown>>

/** AWS counts 40 images a style; the size of it all is bounded because each update may add to it. */
const [mostAssets, mostCharacters] = [40, 5_000_000]

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html */
export function newBranding(requested: Omit<CreateManagedLoginBrandingRequest, 'UserPoolId'>): Branding {
  checkRequested(requested)
  const { ClientId, UseCognitoProvidedValues = false, Settings, Assets = [] } = requested
  return { ClientId, UseCognitoProvidedValues, Settings, Assets }
}

/** What an update does not name stays, within the settings too; the service's own look replaces everything. */
export function updatedBranding({ ClientId, ...before }: Branding, requested: Requested): Branding {
  checkRequested(requested)
  if (requested.UseCognitoProvidedValues) return { ClientId, UseCognitoProvidedValues: true, Assets: [] }
  const { Settings, Assets = [], UseCognitoProvidedValues } = requested
  const changes = Settings !== undefined || Assets.length > 0
  const branding = {
    ClientId,
    UseCognitoProvidedValues: UseCognitoProvidedValues ?? (changes ? false : before.UseCognitoProvidedValues),
    Settings: Settings === undefined ? before.Settings : merged(before.Settings, Settings),
    Assets: [...before.Assets.filter((asset) => !Assets.some((other) => sameSpot(asset, other))), ...Assets],
  }
  if (branding.Assets.length > mostAssets) throw invalid(`A branding style has ${mostAssets} assets at the most.`)
  if (JSON.stringify(branding).length > mostCharacters) throw invalid('The branding style is too large.')
  return branding
}

function checkRequested({ UseCognitoProvidedValues, Settings, Assets = [] }: Requested): void {
  if (UseCognitoProvidedValues && (Settings !== undefined || Assets.length > 0))
    throw invalid('Settings and Assets must be omitted when UseCognitoProvidedValues is true.')
  if (Settings !== undefined && !isMembers(Settings)) throw invalid('Settings must be a JSON object.')
  if (Assets.some(({ Bytes, ResourceId }) => !Bytes && !ResourceId))
    throw invalid('Each asset needs Bytes or a ResourceId.')
  const twice = Assets.find((asset, at) => Assets.slice(0, at).some((other) => sameSpot(asset, other)))
  if (twice) throw invalid(`There is more than one asset ${twice.Category} for the mode ${twice.ColorMode}.`)
}

const sameSpot = (one: AssetType, other: AssetType) =>
  one.Category === other.Category && one.ColorMode === other.ColorMode

function merged(before: unknown, after: unknown): Branding['Settings'] {
  if (!isMembers(before) || !isMembers(after)) return after as Branding['Settings']
  const changes = Object.entries(after).map(([key, value]) => [key, merged(before[key], value)] as const)
  return Object.fromEntries([...Object.entries(before), ...changes])
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
