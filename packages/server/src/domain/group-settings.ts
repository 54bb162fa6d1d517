import type { GroupSettings } from './group.ts'

/** Of a request, what a group keeps: the members that were said. */
export function groupSettings({ Description, RoleArn, Precedence }: GroupSettings): GroupSettings {
  return {
    ...(Description !== undefined && { Description }),
    ...(RoleArn !== undefined && { RoleArn }),
    ...(Precedence !== undefined && { Precedence }),
  }
}
