const javaSpace = String.raw` \t\n\x0B\f\r`

/**
 * The JavaScript form of a Java pattern of the model, anchored to the whole value as Java's `matches` is. Java's `\s` and
 * `\S` know ASCII white space only, JavaScript's every kind; the models write them inside classes alone.
 */
export const regExpOf = (pattern: string): RegExp => {
  const dotAll = pattern.startsWith('(?s)')
  const source = (dotAll ? pattern.slice('(?s)'.length) : pattern)
    .replaceAll(String.raw`[\S]`, `[^${javaSpace}]`)
    .replaceAll(String.raw`\s`, javaSpace)
  return new RegExp(`^(?:${source})$`, dotAll ? 'su' : 'u')
}
