import { constants } from 'node:fs'
import { link, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Random } from '../ambient/random.ts'
import { makeDirectory } from './make-directory.ts'
import { masterKey as readKey } from './readers.ts'
import type { MasterKeySource } from './settings.ts'
import { isUnfit } from './unfit.ts'

/** The key cannot be had; the message says why and what to do, and never shows a key. */
export class MasterKeyUnusable extends Error {
  override readonly name = 'MasterKeyUnusable'
}

/** 32 bytes. Rejects with MasterKeyUnusable, or with Node's error when the directory cannot be written. */
export async function loadMasterKey(source: MasterKeySource, random: Random): Promise<Buffer> {
  switch (source.kind) {
    case 'given':
      return source.key
    case 'passing':
      return random.bytes(32)
    case 'file':
      return readMasterKey(source.file)
    case 'made':
      return readOrMake(source.file, random)
  }
}

/** Reads one key file; undefined content of a missing file is an error here. */
export async function readMasterKey(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined)
  if (!found) throw new MasterKeyUnusable(missing(file))
  if (process.platform !== 'win32' && (found.mode & openToOthers) !== 0) throw new MasterKeyUnusable(tooOpen(file))
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) throw new MasterKeyUnusable(`The master key file ${file} cannot be read by this user.`)
  const key = readKey(text)
  if (isUnfit(key)) throw new MasterKeyUnusable(`The master key file ${file} ${key.must}.`)
  return key
}

/** Writes a key that was not there, durably and whole or not at all; false when there was one already. */
export async function writeMasterKey(file: string, key: Buffer, random: Random): Promise<boolean> {
  const draft = `${file}.${random.uuid()}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${key.toString('base64')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    // Unlike a rename this never replaces a key that another process made meanwhile.
    await link(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await unlink(draft)
    await syncDirectory(dirname(file))
  }
}

/** Makes names that were written or removed in a directory durable. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readOrMake(file: string, random: Random): Promise<Buffer> {
  await makeDirectory(dirname(file))
  const found = await stat(file).catch(() => undefined)
  if (!found) await writeMasterKey(file, random.bytes(32), random)
  return readMasterKey(file)
}

// The group may read: that is how Kubernetes hands a secret to a user other than root.
const openToOthers = constants.S_IRWXO | constants.S_IWGRP

function missing(file: string): string {
  return `There is no master key file ${file}: make one with (umask 077; openssl rand -base64 32 > ${file}), and keep it safe.`
}

function tooOpen(file: string): string {
  return `Others on this machine can reach the master key file ${file}: close it with chmod 600 ${file}.`
}
