import { typesFile } from './types-file.ts'
import { loadModel } from '../src/load-model.ts'

/** Every generated file: its path below the package, and the text it must have. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['src/user-pools.ts', typesFile(loadModel('cognito-idp'))],
    ['src/identity-pools.ts', typesFile(loadModel('cognito-identity'))],
    ['src/kms.ts', typesFile(loadModel('kms'))],
  ])
