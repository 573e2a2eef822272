/** Whether every database, file and reader keeps a text as it is: without NUL, and without half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
