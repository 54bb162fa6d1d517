import type { GroupMessage } from './group.ts'
import type { NamedWrite } from './writer.ts'

/** Replaces SQL by numbers; the text goes along the first time only. */
export function sqlNumbers(): (decisions: readonly (readonly NamedWrite[])[]) => GroupMessage {
  const numbers = new Map<string, number>()
  return (decisions) => {
    const newSql: [number, string][] = []
    const numberOf = (sql: string) => {
      const known = numbers.get(sql)
      if (known !== undefined) return known
      const number = numbers.size
      numbers.set(sql, number)
      newSql.push([number, sql])
      return number
    }
    const numbered = decisions.map((decision) => decision.map((write) => ({ ...write, sql: numberOf(write.sql) })))
    return { newSql, decisions: numbered }
  }
}
