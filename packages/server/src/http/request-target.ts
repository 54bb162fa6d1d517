/** The target of a request line, taken apart; `host` where the target itself names one (absolute form). */
export interface RequestTarget {
  readonly path: string
  readonly query: string
  readonly host?: string
}

/** RFC 9112 section 3.2. Undefined for what is neither origin, absolute nor asterisk form. */
export function readTarget(target: string): RequestTarget | undefined {
  if (target.startsWith('/')) return split(target)
  if (target === '*') return { path: '*', query: '' }
  const absolute = /^https?:\/\/([^/?#]+)([^#]*)$/i.exec(target)
  if (!absolute) return undefined
  const [, host = '', rest = ''] = absolute
  return { ...split(rest.startsWith('/') ? rest : `/${rest}`), host }
}

function split(target: string): RequestTarget {
  const at = target.indexOf('?')
  return at < 0 ? { path: target, query: '' } : { path: target.slice(0, at), query: target.slice(at + 1) }
}
