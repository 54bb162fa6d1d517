import type { PoolDocuments } from './pool-resource.ts'
import { invalid } from './refusals.ts'

const mostImageBytes = 100_000

/** https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html */
const classes: ReadonlySet<string> = new Set(
  [
    'logo',
    'banner',
    'background',
    'label',
    'textDescription',
    'idpDescription',
    'legalText',
    'submitButton',
    'errorMessage',
    'inputField',
    'idpButton',
    'socialButton',
    'redirect',
    'passwordCheck-notValid',
    'passwordCheck-valid',
  ].map((name) => `.${name}-customizable`),
)

/** Refuses a style that would do more than style the classic pages, and an image that browsers would not show. */
export function checkUICustomization({ CSS, ImageFile }: PoolDocuments['UICustomization']): void {
  if (CSS) checkStyle(CSS)
  if (ImageFile) checkImage(Buffer.from(ImageFile, 'base64'))
}

/** It becomes part of pages where people type passwords: it may fetch nothing, nor end the element it stands in. */
function checkStyle(css: string): void {
  if (/[<>@\\]|(?:url|src|image|image-set|expression)\s*\(/i.test(css))
    throw invalid('The CSS contains something other than plain styles.')
  const rules = bare(css).split('}')
  const rest = rules.pop() ?? ''
  if (rest.trim() !== '' || rules.some((rule) => rule.split('{').length !== 2)) throw malformed()
  const selectors = rules.flatMap((rule) => (rule.split('{')[0] ?? '').split(',')).map((selector) => selector.trim())
  const unknown = selectors.find((selector) => !classes.has(selector.replace(/:(?:hover|focus|active)$/, '')))
  if (unknown !== undefined) throw invalid(`The CSS selector ${unknown} is not one of those that can be customized.`)
}

/** What is left are rules whose braces and commas mean what they say; of a string, which can hide them, its quotes. */
function bare(css: string): string {
  const plain = css.replaceAll(commentOrString, (text) => replacementOf(text))
  if (plain.includes(unended)) throw malformed()
  return plain
}

/** Each to its end, or as far as it goes: so nothing is read twice. A string ends with its line at the latest. */
const commentOrString = /\/\*[^]*?(?:\*\/|$)|"[^"\n\r\f]*"?|'[^'\n\r\f]*'?/g
const unended = '\0'

function replacementOf(text: string): string {
  if (text.startsWith('/*')) return text.length > 3 && text.endsWith('*/') ? '' : unended
  return text.length > 1 && text.endsWith(text.charAt(0)) ? '""' : unended
}

const malformed = () => invalid('The CSS is malformed.')

function checkImage(image: Buffer): void {
  if (image.length > mostImageBytes) throw invalid('The image must not exceed 100 kilobytes.')
  const isPng = image.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))
  const isJpeg = image.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))
  if (!isPng && !isJpeg) throw invalid('The image must be a PNG or JPEG file.')
}
