import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  InvalidPasswordException,
  SetRiskConfigurationCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { home, run, start } from './testing/command.ts'

test('an operator’s list of passwords is built, and refused from then on', async () => {
  using here = home()
  writeFileSync(join(here.directory, 'list.txt'), 'Stolen-elsewhere-1\nStolen-elsewhere-2\n')
  expect(await run(here.directory, ['compromised-passwords', 'build', 'list.txt', 'stolen'])).toEqual({
    code: 0,
    out: 'stolen knows 2 passwords and takes 64 bytes.\n',
    err: '',
  })
  await using server = start(here.directory, ['dev', '--port', '0', '--memory', '--compromised-passwords', 'stolen'])
  const address = await server.ready()
  const cognito = new CognitoIdentityProviderClient({ endpoint: address, region: 'us-east-1', credentials })
  const made = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: 'people',
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    }),
  )
  const UserPoolId = made.UserPool?.Id
  const client = await cognito.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'app' }))
  const CompromisedCredentialsRiskConfiguration = { Actions: { EventAction: 'BLOCK' } } as const
  await cognito.send(new SetRiskConfigurationCommand({ UserPoolId, CompromisedCredentialsRiskConfiguration }))
  const ClientId = client.UserPoolClient?.ClientId
  const signUp = (Username: string, Password: string) =>
    cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  await expect(signUp('ada', 'Stolen-elsewhere-2')).rejects.toThrow(InvalidPasswordException)
  expect(await signUp('bob', 'Stolen-elsewhere-3')).toMatchObject({ UserConfirmed: false })
  cognito.destroy()
})

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

test('a list that cannot be read is one sentence and exit code 1', async () => {
  using here = home()
  const built = await run(here.directory, ['compromised-passwords', 'build', 'nowhere.txt', 'filter'])
  expect(built).toMatchObject({ code: 1, out: '' })
  expect(built.err).toMatch(/^The list cannot be made: ENOENT.*\n$/)
  const served = await run(here.directory, ['dev', '--memory', '--port', '0', '--compromised-passwords', 'nowhere'])
  expect(served.code).toBe(1)
  expect(served.err).toMatch(/nowhere cannot be read \(ENOENT\): check --compromised-passwords\.\n$/)
})

test('a list and a service cannot both be meant', async () => {
  using here = home()
  const both = ['--compromised-passwords', 'list', '--compromised-passwords-url', 'https://range.example.com']
  expect(await run(here.directory, ['dev', ...both])).toMatchObject({
    code: 2,
    err: '--compromised-passwords and --compromised-passwords-url both say where compromised passwords are looked up: give one of the two.\n',
  })
})
