const MEGABYTE = 1024 * 1024

/** How large a file may be; what is larger is refused, naming the limit. */
export const LIMITS = {
  uploadBytes: 2 * MEGABYTE,
  /** Files inside an XLSX. */
  zipEntries: 200,
  /** All files inside an XLSX together, unpacked. */
  unpackedBytes: 20 * MEGABYTE,
  sheets: 5,
  rows: 5000,
  columns: 60,
  /** UTF-16 units of one cell. */
  cellCharacters: 2000,
  /** UTF-16 units of all cells: one long text can be named by many cells of an XLSX. */
  tableCharacters: 4_000_000,
  /** Cells, rows and columns of which something is to be told: formulas, days, what is rounded or hidden. */
  remarks: 20_000,
  /** One reading, from the first byte to the table. */
  milliseconds: 10_000,
  /** Heap of the thread that reads. */
  heapMegabytes: 48,
  /** Files that wait while another is read. */
  waiting: 8,
} as const

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>
