const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}

/**
 * The text alternative of an HTML mail: what a reader without HTML sees, links written out behind their words.
 * One pass over the tags, so that no template can make it slow.
 */
export function plainText(html: string): string {
  let hidden = ''
  let href = ''
  let text = ''
  for (const piece of html.split(/(<[a-z/!][^<>]*>)/i)) {
    const tag = /^<(\/?[a-z][a-z0-9]*)/i.exec(piece)?.[1]?.toLowerCase()
    if (hidden) hidden = tag === `/${hidden}` ? '' : hidden
    else if (tag === undefined) text += piece.startsWith('<!') ? '' : piece
    else if (tag === 'style' || tag === 'script' || tag === 'title') hidden = tag
    else if (tag === 'a') href = /\shref="([^"]*)"/i.exec(piece)?.[1] ?? ''
    else if (tag === '/a') text += href && ` (${href})`
    else if (/^(?:br|\/(?:p|div|h[1-6]|li|tr|table))$/.test(tag)) text += '\n'
  }
  return tidy(text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => characters[name] ?? ''))
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
