import { Refusal } from '../domain/refusal.ts'

/** The model has this operation; Cognate does not serve it yet. */
export const notOfferedYet = (operation: string) =>
  new Refusal('UnknownOperationException', `${operation} is not offered by Cognate yet.`)
