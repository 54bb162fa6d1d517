/**
 * The same part of the world, writing down the names of what is called in it (`users.findByName`, `decide`): to count what
 * a caller could measure, instead of measuring.
 */
export function recorded<Part extends object>(part: Part, calls: string[], path = ''): Part {
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof name === 'symbol') return value
      if (typeof value === 'function')
        return (...given: readonly unknown[]) => {
          calls.push(path + name)
          return (value as (...given: readonly unknown[]) => unknown)(...given)
        }
      return typeof value === 'object' && value !== null ? recorded(value, calls, `${path}${name}.`) : value
    },
  })
}
