/** Name and value of each parameter in order, percent-decoded; a `+` is a plus to AWS, not a space. */
export function queryParameters(query: string): readonly (readonly [name: string, value: string])[] {
  if (query === '') return []
  return query.split('&').map((parameter) => {
    const equals = parameter.indexOf('=')
    const end = equals < 0 ? parameter.length : equals
    return [decoded(parameter.slice(0, end)), decoded(parameter.slice(end + 1))]
  })
}

/** Text with a broken escape stands for itself: no client signs that. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
