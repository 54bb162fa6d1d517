/** How many devices a user may have; AWS does not say how many it keeps. */
export const devicesOfUser = 100
