/** The Region of a name like Amazon's own endpoints'; undefined for every other name. */
export function regionInHost(host: string | undefined): string | undefined {
  return /^cognito-idp\.([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(host ?? '')?.[1]
}
