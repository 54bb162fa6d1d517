import { isOwnDirectory, providerUser } from '../../../domain/provider-user.ts'
import { disableNativeSignIn } from '../../../flows/linking/disable-native-sign-in.ts'
import { disableProvider } from '../../../flows/linking/disable-provider.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AdminDisableProviderForUser = operation(
  'AdminDisableProviderForUser',
  'operator',
  async (input, context) => {
    const pool = await operatorPool(input.UserPoolId, context)
    const user = providerUser('User', input.User)
    await (isOwnDirectory(user) ? disableNativeSignIn : disableProvider)(pool, user, context)
    return {}
  },
)
