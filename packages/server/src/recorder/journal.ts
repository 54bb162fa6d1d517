import type { Pool } from '../domain/pool.ts'

/**
 * What one call writes down of the flow that it belongs to. In the way of a call nothing is formed, masked or sealed: it
 * only keeps hold of what was there.
 */
export interface Journal {
  /** What the operation was sent, once it is known to be what the model says. */
  sent(input: unknown): void
  /** Where it takes place. */
  at(place: { readonly pool: Pool; readonly clientId?: string }): void
  /** Whom it is about, and which flow it goes on with, as far as that is known by now. */
  about(whom: Whom): void
  note(note: Note): void
  /** How it went: the answer of the operation, or the refusal. */
  close(outcome: Outcome): void
}

export interface Whom {
  /** The attempt of a sign-in, which becomes the session that it opens. */
  readonly flowId?: string
  readonly sub?: string
  readonly userName?: string
  /** The name that a sign-in began with. */
  readonly calledAs?: string
}

export type Outcome =
  | { readonly kind: 'answered'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }

export type Note = Fired | NotConfigured

/** A function that was told of something. */
export interface Fired {
  readonly kind: 'fired'
  readonly trigger: string
  readonly source: string
  readonly arn: string
  readonly milliseconds: number
  /** How often it was asked: what is late is asked again. */
  readonly tries: number
  /** `answered`, or how there came no answer. */
  readonly outcome: string
  /** What the function said went wrong. */
  readonly failure?: string
  /** JSON text. */
  readonly event: string
  readonly answer?: string
}

/** The flow came by a trigger for which the pool has no function. */
export interface NotConfigured {
  readonly kind: 'not-configured'
  readonly trigger: string
  readonly source: string
}

/** Of calls that belong to no flow, and of servers that keep no records. */
export const noJournal: Journal = { sent() {}, at() {}, about() {}, note() {}, close() {} }
