/** From this many targets on, a bar in proportion replaces one square per target. */
export const MOST_SQUARES = 60

export interface SquaresLayout {
  size: number
  pitch: number
  rows: number
}

export const LARGE: SquaresLayout = { size: 8, pitch: 10, rows: 4 }
export const SMALL: SquaresLayout = { size: 6, pitch: 8, rows: 3 }

/** One square per target, filled column by column from the top left. */
export const toSquares = (count: number, { pitch, rows }: SquaresLayout): { x: number; y: number }[] =>
  Array.from({ length: count }, (_, index) => ({ x: Math.floor(index / rows) * pitch, y: (index % rows) * pitch }))

export const sizeOf = (count: number, { size, pitch, rows }: SquaresLayout): { width: number; height: number } => ({
  width: Math.max(0, Math.ceil(count / rows) * pitch - (pitch - size)),
  height: Math.max(0, Math.min(count, rows) * pitch - (pitch - size)),
})
