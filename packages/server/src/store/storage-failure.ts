/** The database could not be read or written: disk full, connection lost, lock never free. Nothing was acknowledged. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
}
