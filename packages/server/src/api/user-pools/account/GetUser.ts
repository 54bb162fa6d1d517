import { readableAttributes, toAttributeList } from '../../../domain/user-attributes.ts'
import { mfaView } from '../views/mfa.ts'
import { operation } from '../../operation.ts'

/** The caller's own attributes, as far as their client may read them. */
export const GetUser = operation('GetUser', 'user', async (_input, { caller: { user, client } }) => ({
  Username: user.username,
  UserAttributes: toAttributeList(readableAttributes({ sub: user.sub, ...user.attributes }, client)),
  ...mfaView(user),
}))
