import { kmsDryRun } from '../domain/kms-refusals.ts'

/** Whoever only tries is told that it would have worked, and gets nothing. */
export function dryRunEnds({ DryRun }: { readonly DryRun?: boolean | undefined }): void {
  if (DryRun) throw kmsDryRun()
}
