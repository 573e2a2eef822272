/** Lets whoever waits be heard in the middle of long work: SQLite answers without a pause. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
