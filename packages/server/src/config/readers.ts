import { smtpSettings } from '../delivery/smtp-settings.ts'
import { parseBlock } from '../http/trusted-proxies.ts'
import type { Unfit } from './unfit.ts'

/** From text to a value. */
export type Reader<Value> = (text: string) => Value | Unfit

export function wholeNumber(from: number, to: number): Reader<number> {
  return (text) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    return number >= from && number <= to ? number : { must: `must be a whole number from ${from} to ${to}` }
  }
}

export function oneOf<Word extends string>(...words: readonly Word[]): Reader<Word> {
  return (text) => words.find((word) => word === text) ?? { must: `must be one of ${words.join(', ')}` }
}

export function matching(pattern: RegExp, must: string): Reader<string> {
  return (text) => (pattern.test(text) ? text : { must })
}

export const truth: Reader<boolean> = (text) => {
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : { must: 'must be true or false' }
}

export const notEmpty: Reader<string> = (text) => (text.trim() === '' ? { must: 'must not be empty' } : text)

export const addressBlock: Reader<string> = (text) => {
  try {
    parseBlock(text)
    return text
  } catch {
    return { must: 'must be an IP address or a CIDR block such as 10.0.0.0/8' }
  }
}

/** A URL of one of the schemes (`https:`) that names a host. */
export function urlOf(schemes: readonly string[], example: string): Reader<string> {
  return (text) => {
    const url = URL.parse(text)
    return url && schemes.includes(url.protocol) && url.host !== ''
      ? text
      : { must: `must be a URL such as ${example}` }
  }
}

/** A mail server; what is wrong with it never repeats the URL, which may hold a password. */
export const smtpUrl: Reader<string> = (text) => {
  try {
    smtpSettings(text)
    return text
  } catch (error) {
    return {
      must: `cannot be used: ${error instanceof Error ? error.message.replace(/\.$/, '') : 'it cannot be read'}`,
    }
  }
}

/** What issuers and links are built on: no query, no user, no trailing slash. */
export const publicUrl: Reader<string> = (text) => {
  const url = URL.parse(text)
  const plain =
    url && ['http:', 'https:'].includes(url.protocol) && !`${url.search}${url.hash}${url.username}${url.password}`
  return plain ? url.href.replace(/\/+$/, '') : { must: 'must be a URL such as https://id.example.com' }
}

export const masterKey: Reader<Buffer> = (text) => {
  const key = Buffer.from(text.trim(), 'base64')
  const exact = /^[A-Za-z0-9+/]{43}=$/.test(text.trim()) && key.length === 32
  return exact ? key : { must: 'must be 32 bytes in base64 (make them with: openssl rand -base64 32)' }
}
