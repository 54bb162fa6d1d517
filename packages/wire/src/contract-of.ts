import { outputProblems } from './output/output-problems.ts'
import { writer } from './output/writer.ts'
import type { Contract } from './contract.ts'
import type { OperationModel } from './model.ts'
import type { Reader } from './input/reader.ts'
import type { ServiceContext } from './service-context.ts'

const onFirstUse = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => (made ??= make())
}

/** The contract of one operation of the model. */
export const contractOf = (context: ServiceContext, name: string): Contract<unknown, unknown> => {
  const operation = context.model.operations[name] as OperationModel
  const reader = onFirstUse<Reader>(() => context.readers.structure(operation.input))
  const write = onFirstUse(() => writer(context.model).structure(operation.output ?? {}))
  return {
    name,
    caller: operation.caller,
    errors: operation.errors,
    refusal: context.refusal,
    read: (json, violations) => reader()(json, violations),
    write: (output) => write()(output),
    outputProblems: (json) => outputProblems(context, operation.output ?? {}, json),
  }
}
