import { interfaceOf } from './type-of.ts'
import type { OperationModel, ServiceModel } from '../src/model.ts'

const head = (model: ServiceModel): string =>
  `// Generated from model/${model.service}.json by \`npm run generate\`: do not edit.\n` +
  `import type { JsonDocument } from './json-document.ts'\n`

const union = (values: readonly string[]): string =>
  values.length === 0 ? 'never' : values.map((value) => `'${value}'`).join(' | ')

const enumType = ([name, values]: readonly [string, readonly string[]]): string =>
  `export type ${name} = ${union(values)}\n`

const requestAndResponse = ([name, operation]: readonly [string, OperationModel]): string =>
  interfaceOf(`${name}Request`, operation.input) + interfaceOf(`${name}Response`, operation.output ?? {})

const operationLine = ([name, { caller, errors }]: readonly [string, OperationModel]): string =>
  `  ${name}: { input: ${name}Request; output: ${name}Response; caller: '${caller}'; refuses: ${union(errors)} }\n`

const operations = (model: ServiceModel): string =>
  `export interface Operations {\n${Object.entries(model.operations).map(operationLine).join('')}}\n` +
  `export type OperationName = keyof Operations\n` +
  `export type ExceptionName = ${union(Object.keys(model.errors))}\n`

/** The text of a service's file of types: enums, shapes, a request and a response per operation, and the table of operations. */
export const typesFile = (model: ServiceModel): string => {
  const usesDocuments = JSON.stringify(model).includes('"type":"document"')
  return [
    usesDocuments ? head(model) : head(model).split('\n')[0] + '\n',
    ...Object.entries(model.enums).map(enumType),
    ...Object.entries(model.shapes).map(([name, members]) => interfaceOf(name, members)),
    ...Object.entries(model.operations).map(requestAndResponse),
    operations(model),
  ].join('\n')
}
