/** A worker asks the primary process to move the clock of all workers; by 0 it only asks how far it was moved. */
export interface ClockMove {
  /** Milliseconds. */
  readonly moveBy: number
  readonly ticket: number
}

/** The primary process tells how far the clock was moved in all; with a ticket, that everybody knows. */
export interface ClockMoved {
  /** Milliseconds. */
  readonly movedBy: number
  readonly ticket?: number
}

/** A worker has moved its clock that far. */
export interface ClockFollowed {
  readonly followedTo: number
}

/** Undefined for messages of other kinds; so are the other two. */
export function readClockMove(message: unknown): ClockMove | undefined {
  const { moveBy, ticket } = membersOf(message)
  return typeof moveBy === 'number' && typeof ticket === 'number' ? { moveBy, ticket } : undefined
}

export function readClockMoved(message: unknown): ClockMoved | undefined {
  const { movedBy, ticket } = membersOf(message)
  if (typeof movedBy !== 'number') return undefined
  return typeof ticket === 'number' ? { movedBy, ticket } : { movedBy }
}

export function readClockFollowed(message: unknown): ClockFollowed | undefined {
  const { followedTo } = membersOf(message)
  return typeof followedTo === 'number' ? { followedTo } : undefined
}

function membersOf(message: unknown): Readonly<Record<string, unknown>> {
  return typeof message === 'object' && message !== null ? { ...message } : {}
}
