import { contractOf } from './contract-of.ts'
import { loadModel } from './load-model.ts'
import { readers } from './input/readers.ts'
import { withDepartures } from './departures.ts'
import type { OperationTypes, Service } from './service.ts'
import type { WireErrorName } from './wire-error.ts'

/**
 * Loads a service's model. Readers and writers are compiled when an operation is first used, so that start-up pays only
 * for parsing the model.
 */
export const openService = <Table extends OperationTypes<Table>>(
  name: 'cognito-idp' | 'cognito-identity' | 'kms',
  refusal: WireErrorName,
): Service<Table> => {
  const model = withDepartures(loadModel(name))
  const context = { model, readers: readers(model), refusal }
  const operations = Object.create(null) as Record<string, unknown>
  for (const operation of Object.keys(model.operations)) operations[operation] = contractOf(context, operation)
  return { targetPrefix: model.targetPrefix, operations: operations as Service<Table>['operations'] }
}
