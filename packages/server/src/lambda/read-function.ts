import { functionSettingNotOffered, invalidMember, runtimeNotOffered } from '../domain/function-refusals.ts'
import type { FunctionSettings } from '../domain/lambda-function.ts'
import { type Members, numberIn, objectIn, requiredText, textIn, textsIn } from './members.ts'

const runtimes = /^(?:nodejs\d{2}\.x|python3\.\d{1,2}|provided\.al2|provided\.al2023)$/
const handlers = /^[^\s\0]{1,128}$/
const roles = /^arn:aws[a-zA-Z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]{1,512}$/

/** What CreateFunction says of a function; what is left out is as AWS has it. */
export function readSettings(members: Members): FunctionSettings {
  checkOffered(members)
  return {
    runtime: readRuntime(requiredText(members, 'Runtime', /^.{1,64}$/)),
    handler: readHandler(requiredText(members, 'Handler', handlers)),
    role: requiredText(members, 'Role', roles),
    description: textIn(members, 'Description', /^[^\0]{0,256}$/) ?? '',
    timeoutSeconds: numberIn(members, 'Timeout', [1, 900]) ?? 3,
    memoryMB: numberIn(members, 'MemorySize', [128, 10_240]) ?? 128,
    architecture: readArchitecture(members) ?? 'x86_64',
    tags: textsIn(members, 'Tags', { key: /^[^\0]{1,128}$/, most: 50 }) ?? {},
  }
}

/** What UpdateFunctionConfiguration says; what is left out stays. */
export function changedSettings(members: Members, now: FunctionSettings): FunctionSettings {
  const given = { Runtime: now.runtime, Handler: now.handler, Role: now.role, ...present(members) }
  const read = readSettings(given)
  return {
    ...read,
    description: members['Description'] === undefined ? now.description : read.description,
    timeoutSeconds: members['Timeout'] === undefined ? now.timeoutSeconds : read.timeoutSeconds,
    memoryMB: members['MemorySize'] === undefined ? now.memoryMB : read.memoryMB,
    architecture: now.architecture,
    tags: now.tags,
  }
}

/** `undefined` when they are left out. */
export function readVariables(members: Members): Readonly<Record<string, string>> | undefined {
  const environment = objectIn(members, 'Environment')
  if (!environment) return undefined
  return textsIn(environment, 'Variables', { key: /^[a-zA-Z]\w{0,255}$/, most: 1000 }) ?? {}
}

/** `undefined` when it is left out. */
export function readArchitecture(members: Members): string | undefined {
  const given = members['Architectures'] ?? undefined
  if (given === undefined) return undefined
  const [first, ...more] = Array.isArray(given) ? (given as readonly unknown[]) : []
  if ((first !== 'x86_64' && first !== 'arm64') || more.length > 0)
    throw invalidMember('architectures', 'Member must be one of [x86_64, arm64]')
  return first
}

const present = (members: Members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null))

function readRuntime(runtime: string): string {
  if (!runtimes.test(runtime)) throw runtimeNotOffered(runtime)
  return runtime
}

/** It names a file below the code's directory. */
function readHandler(handler: string): string {
  if (handler.startsWith('/') || handler.split('/').includes('..'))
    throw invalidMember('handler', 'Member must not lead out of the code')
  return handler
}

/** What would change how a function runs, and does not here, is refused; what says the same as its absence is not. */
function checkOffered(members: Members): void {
  const refused = Object.entries(notOffered).find(([name, isNothing]) => {
    const value = members[name] ?? undefined
    return value !== undefined && !isNothing(value)
  })
  if (refused) throw functionSettingNotOffered(refused[0])
}

type Rule = (value: unknown) => boolean
const isEmpty: Rule = (value) =>
  value === '' ||
  value === false ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty))
const says =
  (name: string, wanted: unknown): Rule =>
  (value) => {
    const given = (value as Members)[name] ?? undefined
    return given === undefined || given === wanted
  }

const notOffered: Readonly<Record<string, Rule>> = {
  CodeSigningConfigArn: isEmpty,
  DeadLetterConfig: isEmpty,
  DurableConfig: isEmpty,
  CapacityProviderConfig: isEmpty,
  TenancyConfig: isEmpty,
  EphemeralStorage: says('Size', 512),
  FileSystemConfigs: isEmpty,
  ImageConfig: isEmpty,
  KMSKeyArn: isEmpty,
  Layers: isEmpty,
  PackageType: (value) => value === 'Zip',
  Publish: isEmpty,
  SnapStart: says('ApplyOn', 'None'),
  TracingConfig: says('Mode', 'PassThrough'),
  VpcConfig: isEmpty,
}
