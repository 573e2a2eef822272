import SQLite from 'better-sqlite3'

/** How many pages are copied before others have their turn: some 4 MB. */
const PAGES = 1000

/**
 * Copies the database in a file into another file, as it is at this instant, while others go on writing to it.
 *
 * What is written meanwhile stays in the file beside it (`-wal`) until the copy is done.
 *
 * @param onProgress hears which share (0–1) is copied
 */
export async function copySqlite(
  file: string,
  to: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const database = new SQLite(file, { fileMustExist: true })
  try {
    database.pragma('busy_timeout = 5000')
    // Without a transaction that reads, the copy begins anew at each change of another process.
    database.exec('begin')
    database.prepare('select count(*) from sqlite_master').get()
    await database.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages)
        return PAGES
      },
    })
  } finally {
    database.close()
  }
}
