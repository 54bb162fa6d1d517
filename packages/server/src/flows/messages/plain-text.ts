const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}

const tags = /(<[a-z/!][^<>]*>)/i
const unseen: ReadonlySet<string> = new Set(['style', 'script', 'title'])
const breaks = /^(?:br|\/(?:p|div|h[1-6]|li|tr|table))$/

/**
 * The text alternative of an HTML mail: what a reader without HTML sees, links written out behind their words.
 * One pass over the tags, so that no template can make it slow.
 */
export function plainText(html: string): string {
  const reader: Reader = { inside: '', href: '' }
  const text = html
    .split(tags)
    .map((piece) => read(piece, reader))
    .join('')
  return tidy(text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => characters[name] ?? ''))
}

interface Reader {
  /** The element whose content is not for reading. */
  inside: string
  href: string
}

function read(piece: string, reader: Reader): string {
  const tag = nameOf(piece)
  if (reader.inside) {
    if (tag === `/${reader.inside}`) reader.inside = ''
    return ''
  }
  if (tag === undefined) return tags.test(piece) ? '' : piece
  if (unseen.has(tag)) reader.inside = tag
  if (tag === 'a') reader.href = hrefOf(piece)
  if (tag === '/a') return reader.href && ` (${reader.href})`
  return breaks.test(tag) ? '\n' : ''
}

/** In lower case, `/` and all; undefined for what is no tag. */
function nameOf(piece: string): string | undefined {
  return /^<(\/?[a-z][a-z0-9]*)/i.exec(piece)?.[1]?.toLowerCase()
}

function hrefOf(tag: string): string {
  return /\shref="([^"]*)"/i.exec(tag)?.[1] ?? ''
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[ \t\r]+/g, ' ').trim())
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
