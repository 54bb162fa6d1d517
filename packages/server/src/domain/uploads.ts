/** Which functions that were made through the Lambda API are run: all, those that Node holds to their files, or none. */
export type Uploads = 'run' | 'confined' | 'refused'

/** Node has a permission model; whatever else runs may do what its user of the machine may. */
export const runsIn = (uploads: Uploads, runtime: string): boolean =>
  uploads === 'run' || (uploads === 'confined' && runtime.startsWith('nodejs'))
