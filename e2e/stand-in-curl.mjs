// As much of curl as the README's commands need, for machines that have none.
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    header: { type: 'string', short: 'H', multiple: true, default: [] },
    data: { type: 'string', short: 'd' },
    request: { type: 'string', short: 'X' },
  },
})
const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' })
for (const line of values.header) headers.set(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1))
const response = await fetch(positionals[0] ?? '', {
  method: values.request ?? (values.data === undefined ? 'GET' : 'POST'),
  headers,
  body: values.data ?? null,
})
process.stdout.write(await response.text())
