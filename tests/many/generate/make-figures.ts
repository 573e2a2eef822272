import { generate } from './generate.ts'
import { openPlace } from './place.ts'
import { sizeOf, type WantedSize } from './size.ts'

export interface WantedFigures extends WantedSize {
  seed: number
  /** Hears how many figures are entered. */
  onEntered?: ((figures: number) => void) | undefined
}

/**
 * Makes the demo and so many figures beside it in an empty place, whose schema it makes, too; the same for the same seed to
 * the last byte. Throws one sentence where there is something.
 *
 * @param to `postgres://…`, or else a folder in which a SQLite file is made
 */
export async function makeFigures(to: string, { seed, onEntered, ...wanted }: WantedFigures): Promise<void> {
  const size = sizeOf(wanted)
  await generate({ seed, size, onEntered, open: (tables) => openPlace(to, tables) })
}
