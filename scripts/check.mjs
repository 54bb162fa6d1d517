// npm run check: the quick part of npm test, for the inner loop. Arguments go to the test runner.
import { quickSteps, runSteps } from './steps.mjs'

const args = ['node_modules/vitest/vitest.mjs', 'run', '--exclude', 'e2e/**', ...process.argv.slice(2)]
process.exit(await runSteps([...quickSteps, { name: 'tests without e2e', args }]))
