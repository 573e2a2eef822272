/** How the desk and the server get on. */
export type Link = 'fine' | 'cut' | 'signed-out' | 'failing'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

/** How long to wait before the try after `failures` that failed: twice as long each time, up to half a minute. */
export const waitMs = (failures: number): number => Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS)
