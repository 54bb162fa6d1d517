/** The rooms of the server, from the street down to the cellar. A room may use any room below it, and no other. */
export const floors = [
  ['main'],
  ['cli'],
  ['testing'],
  ['assemble'],
  ['config'],
  ['api', 'kms', 'lambda', 'oauth', 'pages', 'operator', 'jobs'],
  ['flows'],
  ['functions', 'delivery', 'compromised', 'tokens', 'outbox', 'recorder'],
  ['store', 'crypto'],
  ['domain'],
  ['http', 'ambient'],
] as const
