import { writeReadme } from './operations-table.ts'

writeReadme()
