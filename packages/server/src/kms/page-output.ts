import type { Page } from '../store/page.ts'

/** How a list of the service says where it goes on; a marker is the last name that was given. */
export function pageOutput({ next }: Pick<Page<unknown>, 'next'>): {
  readonly Truncated: boolean
  readonly NextMarker?: string
} {
  return next === undefined ? { Truncated: false } : { Truncated: true, NextMarker: next }
}
