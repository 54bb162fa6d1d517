import { Command } from 'commander'
import { quotas } from '../domain/quotas.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { storeCommand } from './store-command.ts'
import type { StoreCommand } from './store-command.ts'

const usualRegion = 'us-east-1'

/** `cognate quotas list|set`: what accounts may have, and do in a second. Prints JSON. */
export function quotasCommand(io: Io, end: (code: number) => void): Command {
  const command = new Command('quotas').description('what an account may have, and do in a second: list, set')
  for (const each of [list, set]) command.addCommand(storeCommand(each, io, end))
  return command
}

const list: StoreCommand = {
  name: 'list',
  arguments: ['[region]'],
  about: `print the quotas of --account in a Region (${usualRegion} where none is named)`,
  async work({ store, settings, io, words: [region = usualRegion] }) {
    const given = await store.quotas.list({ account: settings.account, region })
    const shown = [...quotas].map(([name, { standard, most }]) => ({
      Quota: name,
      Value: given.get(name) ?? standard,
      Default: standard,
      Maximum: most,
    }))
    return print(io, shown)
  },
}

const set: StoreCommand = {
  name: 'set',
  arguments: ['<quota>', '<value>', '[region]'],
  about: 'set a quota of --account in a Region: a rate counts from the next second on, on a running server too',
  async work({ store, settings, io, words: [name = '', text = '', region = usualRegion] }) {
    const problem = problemOf(name, text, region)
    if (problem !== undefined) return refuse(io, problem)
    await store.decide([store.quotas.set({ account: settings.account, region }, name, Number(text))])
    return print(io, { Quota: name, Value: Number(text), Account: settings.account, Region: region })
  },
}

function problemOf(name: string, text: string, region: string): string | undefined {
  const quota = quotas.get(name)
  if (!quota) return `There is no quota of this name: it is one of ${[...quotas.keys()].join(', ')}.`
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0
  if (value < 1 || value > quota.most) return `${name} must be a whole number from 1 to ${quota.most}.`
  return /^[a-z]{2}(-[a-z]+)+-\d+$/.test(region) ? undefined : `${region} is not a Region such as ${usualRegion}.`
}

function refuse(io: Io, problem: string): number {
  say(io.err, [problem])
  return 2
}

function print(io: Io, content: unknown): number {
  say(io.out, [JSON.stringify(content)])
  return 0
}
