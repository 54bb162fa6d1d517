/** What the placeholders of a template stand for. */
export interface Values {
  /** `{####}`: the code, or the temporary password. */
  readonly code: string
  /** `{username}`; invitations only. */
  readonly username?: string
  /** `{##words##}`; only where the message confirms by link. */
  readonly link?: string
}

/** How what is filled in is written. */
export interface Writing {
  value(value: string): string
  link(words: string, link: string): string
}

/**
 * Fills in a template in one pass, so that a value is never read as a template again.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-templates.html
 */
export function fillIn(template: string, values: Values, writing: Writing): string {
  return template.replace(/\{####\}|\{username\}|\{##([^{}]+?)##\}/g, (placeholder: string, words?: string) => {
    if (words !== undefined) return values.link === undefined ? words : writing.link(words, values.link)
    if (placeholder === '{####}') return writing.value(values.code)
    return values.username === undefined ? placeholder : writing.value(values.username)
  })
}
