// npm test: everything that CI runs. Arguments go to the test runner.
import { quickSteps, runSteps } from './steps.mjs'

const tests = { name: 'tests', args: ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)] }
process.exit(await runSteps([...quickSteps, tests]))
