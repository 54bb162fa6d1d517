import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Starting leaves some 20 MB behind that V8 would keep until there is work enough to look for it. One collection, some
 * 40 ms before anybody is answered, makes it look again as soon as the server is idle.
 */
export function collectStart(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}
