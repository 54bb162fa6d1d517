import { signingCertificate } from '../../../flows/signing-certificate/signing-certificate.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const GetSigningCertificate = operation('GetSigningCertificate', 'operator', async (input, context) => {
  const { id } = await operatorPool(input.UserPoolId, context)
  const { certificate } = await signingCertificate(id, context)
  return { Certificate: certificate }
})
