import type { CompiledQuery } from 'kysely'

/** A value holds U+0000, which PostgreSQL cannot keep in text; so that both engines behave alike, neither does. */
export class UnstorableText extends Error {
  override readonly name = 'UnstorableText'
}

export function refuseUnstorableText({ parameters }: Pick<CompiledQuery, 'parameters'>): void {
  for (const parameter of parameters) {
    if (typeof parameter === 'string' && parameter.includes('\u0000'))
      throw new UnstorableText('text with U+0000 cannot be stored')
  }
}
