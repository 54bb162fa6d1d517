/** A password that the default policy allows. */
export const goodPassword = 'Correct-horse-1'
