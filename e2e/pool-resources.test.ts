import {
  CreateIdentityProviderCommand,
  CreateManagedLoginBrandingCommand,
  CreateResourceServerCommand,
  CreateTermsCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolDomainCommand,
  DeleteIdentityProviderCommand,
  DeleteManagedLoginBrandingCommand,
  DeleteResourceServerCommand,
  DeleteTermsCommand,
  DeleteUserPoolDomainCommand,
  DescribeIdentityProviderCommand,
  DescribeManagedLoginBrandingByClientCommand,
  DescribeManagedLoginBrandingCommand,
  DescribeResourceServerCommand,
  DescribeRiskConfigurationCommand,
  DescribeTermsByClientCommand,
  DescribeTermsCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  DuplicateProviderException,
  GetIdentityProviderByIdentifierCommand,
  GetLogDeliveryConfigurationCommand,
  GetUICustomizationCommand,
  ListResourceServersCommand,
  ListTermsCommand,
  ManagedLoginBrandingExistsException,
  paginateListIdentityProviders,
  ResourceNotFoundException,
  ScopeDoesNotExistException,
  SetLogDeliveryConfigurationCommand,
  SetRiskConfigurationCommand,
  SetUICustomizationCommand,
  TermsExistsException,
  UpdateIdentityProviderCommand,
  UpdateManagedLoginBrandingCommand,
  UpdateResourceServerCommand,
  UpdateTermsCommand,
  UpdateUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

/** What a pool holds besides its users and clients, as infrastructure tools make, read, change and delete it. */
const scenes = onBothStores(async ({ endpoint }) => {
  const pool = { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } } as const
  const { poolId: UserPoolId, clientId: ClientId } = await newPool(endpoint, { pool })
  return { UserPoolId, ClientId, cognito: sdkClient(endpoint) }
})

test.each(scenes)('resource servers and their scopes, on $store', async ({ cognito, UserPoolId }) => {
  const where = { UserPoolId, Identifier: 'https://api.example.com' }
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'See' }]
  const named = { UserPoolId, ClientName: 'machine', GenerateSecret: true }
  const AllowedOAuthScopes = ['https://api.example.com/read']
  const machine = new CreateUserPoolClientCommand({
    ...named,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes,
  })
  await expect(cognito.send(machine)).rejects.toBeInstanceOf(ScopeDoesNotExistException)
  await cognito.send(new CreateResourceServerCommand({ ...where, Name: 'API', Scopes }))
  expect((await cognito.send(machine)).UserPoolClient).toMatchObject({ AllowedOAuthScopes })
  await cognito.send(new UpdateResourceServerCommand({ ...where, Name: 'New' }))
  const { ResourceServer } = await cognito.send(new DescribeResourceServerCommand(where))
  expect(ResourceServer).toEqual({ ...where, Name: 'New', Scopes: [] })
  expect((await cognito.send(new ListResourceServersCommand({ UserPoolId }))).ResourceServers).toHaveLength(1)
  await cognito.send(new DeleteResourceServerCommand(where))
  await expect(cognito.send(new DescribeResourceServerCommand(where))).rejects.toBeInstanceOf(ResourceNotFoundException)
})

test.each(scenes)('identity providers, on $store', async ({ cognito, UserPoolId }) => {
  const where = { UserPoolId, ProviderName: 'Google' }
  const ProviderDetails = { client_id: 'i', client_secret: 's', authorize_scopes: 'email' }
  const create = new CreateIdentityProviderCommand({
    ...where,
    ProviderType: 'Google',
    ProviderDetails,
    IdpIdentifiers: ['g'],
  })
  await cognito.send(create)
  await expect(cognito.send(create)).rejects.toBeInstanceOf(DuplicateProviderException)
  await cognito.send(new UpdateIdentityProviderCommand({ ...where, AttributeMapping: { email: 'email' } }))
  const { IdentityProvider } = await cognito.send(new DescribeIdentityProviderCommand(where))
  expect(IdentityProvider).toMatchObject({ ...where, ProviderDetails, AttributeMapping: { email: 'email' } })
  expect(IdentityProvider?.CreationDate).toBeInstanceOf(Date)
  const byIdentifier = new GetIdentityProviderByIdentifierCommand({ UserPoolId, IdpIdentifier: 'g' })
  expect((await cognito.send(byIdentifier)).IdentityProvider).toEqual(IdentityProvider)
  const names = []
  for await (const { Providers = [] } of paginateListIdentityProviders({ client: cognito }, { UserPoolId }))
    names.push(...Providers.map(({ ProviderName }) => ProviderName))
  expect(names).toEqual(['Google'])
  await cognito.send(new DeleteIdentityProviderCommand(where))
  await expect(cognito.send(byIdentifier)).rejects.toBeInstanceOf(ResourceNotFoundException)
})

test.each(scenes)('a domain and the look of its classic pages, on $store', async ({ cognito, UserPoolId }) => {
  const where = { UserPoolId, Domain: 'some-people' }
  const described = async () =>
    (await cognito.send(new DescribeUserPoolDomainCommand({ Domain: where.Domain }))).DomainDescription
  await cognito.send(new CreateUserPoolDomainCommand(where))
  await cognito.send(new UpdateUserPoolDomainCommand({ ...where, ManagedLoginVersion: 2 }))
  expect(await described()).toMatchObject({ ...where, Status: 'ACTIVE', ManagedLoginVersion: 2 })
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }))
  expect(UserPool?.Domain).toBe(where.Domain)
  const ImageFile = Buffer.from('89504e470d0a1a0a00', 'hex')
  const CSS = '.logo-customizable{}'
  await cognito.send(new SetUICustomizationCommand({ UserPoolId, CSS, ImageFile }))
  const { UICustomization } = await cognito.send(new GetUICustomizationCommand({ UserPoolId }))
  expect(UICustomization).toMatchObject({ UserPoolId, ClientId: 'ALL', CSS })
  await cognito.send(new DeleteUserPoolDomainCommand(where))
  expect(await described()).toEqual({})
})

test.each(scenes)('the look of managed login, on $store', async ({ cognito, UserPoolId, ClientId }) => {
  const Settings = { components: { form: { borderRadius: 8.5 } } }
  const Bytes = new Uint8Array([1, 2, 3])
  const Assets = [{ Category: 'FORM_LOGO', ColorMode: 'LIGHT', Extension: 'PNG', Bytes }] as const
  const create = new CreateManagedLoginBrandingCommand({ UserPoolId, ClientId, Settings, Assets: [...Assets] })
  const { ManagedLoginBrandingId = '' } = (await cognito.send(create)).ManagedLoginBranding ?? {}
  await expect(cognito.send(create)).rejects.toBeInstanceOf(ManagedLoginBrandingExistsException)
  const where = { UserPoolId, ManagedLoginBrandingId }
  await cognito.send(new UpdateManagedLoginBrandingCommand({ ...where, Settings: { added: [true] } }))
  const { ManagedLoginBranding } = await cognito.send(new DescribeManagedLoginBrandingCommand(where))
  expect(ManagedLoginBranding).toMatchObject({ ...where, Settings: { ...Settings, added: [true] } })
  expect([...(ManagedLoginBranding?.Assets?.[0]?.Bytes ?? [])]).toEqual([1, 2, 3])
  const byClient = new DescribeManagedLoginBrandingByClientCommand({ UserPoolId, ClientId })
  expect((await cognito.send(byClient)).ManagedLoginBranding).toEqual(ManagedLoginBranding)
  await cognito.send(new DeleteManagedLoginBrandingCommand(where))
  await expect(cognito.send(byClient)).rejects.toBeInstanceOf(ResourceNotFoundException)
})

test.each(scenes)('terms, on $store', async ({ cognito, UserPoolId, ClientId }) => {
  const TermsName = 'terms-of-use'
  const Links = { 'cognito:default': 'https://example.com/terms' }
  const made = { UserPoolId, ClientId, TermsName, Links, TermsSource: 'LINK', Enforcement: 'NONE' } as const
  const { TermsId } = (await cognito.send(new CreateTermsCommand(made))).Terms ?? {}
  await expect(cognito.send(new CreateTermsCommand(made))).rejects.toBeInstanceOf(TermsExistsException)
  await cognito.send(new UpdateTermsCommand({ UserPoolId, TermsId, TermsName: 'privacy-policy' }))
  const { Terms } = await cognito.send(new DescribeTermsCommand({ UserPoolId, TermsId }))
  expect(Terms).toMatchObject({ ...made, TermsName: 'privacy-policy' })
  const byClient = new DescribeTermsByClientCommand({ UserPoolId, ClientId, TermsName: 'privacy-policy' })
  expect((await cognito.send(byClient)).Terms).toEqual(Terms)
  expect((await cognito.send(new ListTermsCommand({ UserPoolId }))).Terms).toHaveLength(1)
  await cognito.send(new DeleteTermsCommand({ UserPoolId, TermsId }))
  await expect(cognito.send(byClient)).rejects.toBeInstanceOf(ResourceNotFoundException)
})

test.each(scenes)(
  'what is done about risks, and where logs go, on $store',
  async ({ cognito, UserPoolId, ClientId }) => {
    const RiskExceptionConfiguration = { BlockedIPRangeList: ['192.0.2.0/24'] }
    await cognito.send(new SetRiskConfigurationCommand({ UserPoolId, ClientId, RiskExceptionConfiguration }))
    const { RiskConfiguration } = await cognito.send(new DescribeRiskConfigurationCommand({ UserPoolId, ClientId }))
    expect(RiskConfiguration).toMatchObject({ UserPoolId, ClientId, RiskExceptionConfiguration })
    const log = {
      EventSource: 'userAuthEvents',
      LogLevel: 'INFO',
      S3Configuration: { BucketArn: 'arn:aws:s3:::bucket' },
    } as const
    await cognito.send(new SetLogDeliveryConfigurationCommand({ UserPoolId, LogConfigurations: [log] }))
    const { LogDeliveryConfiguration } = await cognito.send(new GetLogDeliveryConfigurationCommand({ UserPoolId }))
    expect(LogDeliveryConfiguration).toEqual({ UserPoolId, LogConfigurations: [log] })
  },
)
