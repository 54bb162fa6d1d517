import type { Settings } from '../config/settings.ts'
import { type Demo, findDemo, isDemoDue, makeDemo } from '../flows/demo.ts'
import type { World } from '../flows/world.ts'

/** Makes the demo pool of a developer's first start, and says what to try. Nothing in the production profile. */
export async function welcome(
  settings: Settings,
  { firstStart, ...world }: World & { readonly firstStart: boolean },
): Promise<readonly string[]> {
  if (settings.profile !== 'dev') return []
  if (settings.demo && (await isDemoDue(firstStart, world))) await makeDemo(settings.account, world)
  const demo = await findDemo(world)
  const endpoint = world.site.publicUrl
  return [
    '',
    '  Cognate speaks the Amazon Cognito API here; any access key will do.',
    '',
    `    endpoint    ${endpoint}`,
    ...(demo ? demoLines(demo) : []),
    '',
    '  Try:',
    '',
    ...(demo ? demoCommands(demo, endpoint) : [createPool(endpoint)]),
    `    curl ${endpoint}/_cognate/inbox`,
    '    npx cognate --help',
    '',
  ]
}

const demoLines = ({ pool, client }: Demo) => [`    user pool   ${pool.id}`, `    client id   ${client.id}`]

function demoCommands({ client }: Demo, endpoint: string): readonly string[] {
  return [
    `    curl ${endpoint} -H 'X-Amz-Target: AWSCognitoIdentityProviderService.SignUp' \\`,
    `      -d '{"ClientId":"${client.id}","Username":"ada@example.com","Password":"Passw0rd!"}'`,
  ]
}

const createPool = (endpoint: string) =>
  `    aws --endpoint-url ${endpoint} --region us-east-1 cognito-idp create-user-pool --pool-name people`
