import type { LambdaFunction } from '../domain/lambda-function.ts'
import type { Database } from './database.ts'
import type { LambdaFunctions } from './function-store.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { Conflict } from './statement.ts'

export function functionsIn(database: Database): LambdaFunctions {
  const { compiler } = database
  return {
    ...readsIn(database),
    add: (made, taken) => ({
      query: compiler
        .insertInto('functions')
        .values(toRow(made))
        .onConflict((conflict) => conflict.columns(['account', 'region', 'function_name']).doNothing())
        .compile(),
      otherwise: taken,
    }),
    save(changed) {
      const { account, region, function_name, version, ...columns } = toRow(changed)
      return {
        query: compiler
          .updateTable('functions')
          .set({ ...columns, version: version + 1 })
          .where('account', '=', account)
          .where('region', '=', region)
          .where('function_name', '=', function_name)
          .where('version', '=', version)
          .compile(),
        otherwise: () => new Conflict(),
      }
    },
    remove: ({ account, region, name, version }) => ({
      query: compiler
        .deleteFrom('functions')
        .where('account', '=', account)
        .where('region', '=', region)
        .where('function_name', '=', name)
        .where('version', '=', version)
        .compile(),
      otherwise: () => new Conflict(),
    }),
    addChunk: ({ codeId, place, sealed, createdAt }) => ({
      query: compiler
        .insertInto('function_code')
        .values({ code_id: codeId, place, sealed, created_at: createdAt })
        .compile(),
    }),
  }
}

function readsIn({ compiler, rows }: Database): Pick<LambdaFunctions, 'find' | 'list' | 'chunk'> {
  const find = prepared(({ account, region, name }: { account: string; region: string; name: string }) =>
    compiler
      .selectFrom('functions')
      .selectAll()
      .where('account', '=', account)
      .where('region', '=', region)
      .where('function_name', '=', name),
  )
  return {
    async find({ account, region, name }) {
      const [row] = await rows(find({ account, region, name }))
      return row && toFunction(row)
    },
    async list({ account, region }, { limit, after = '' }) {
      const query = compiler
        .selectFrom('functions')
        .selectAll()
        .where('account', '=', account)
        .where('region', '=', region)
        .where('function_name', '>', after)
        .orderBy('function_name')
        .limit(limit + 1)
      return pageOf(await rows(query.compile()), limit, { place: (row) => row.function_name, item: toFunction })
    },
    async chunk(codeId, place) {
      const query = compiler
        .selectFrom('function_code')
        .select('sealed')
        .where('code_id', '=', codeId)
        .where('place', '=', place)
      const [row] = await rows(query.compile())
      return row?.sealed
    },
  }
}

type Document = Pick<LambdaFunction, 'settings' | 'code' | 'policy' | 'revisionId' | 'createdAt' | 'modifiedAt'>

function toRow(fn: LambdaFunction): Schema['functions'] {
  const { account, region, name, sealedVariables, version, ...document } = fn
  return {
    account,
    region,
    function_name: name,
    document: JSON.stringify(document satisfies Document),
    sealed_variables: sealedVariables,
    code_id: fn.code.id,
    version,
  }
}

function toFunction(row: Schema['functions']): LambdaFunction {
  const { account, region, function_name: name, sealed_variables: sealedVariables, version } = row
  return { ...(JSON.parse(row.document) as Document), account, region, name, sealedVariables, version }
}
