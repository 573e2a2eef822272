import { placesOf } from '../../format.ts'
import { placesFor } from '../overview/distance.ts'
import type { Row } from './rows.ts'

/** For how many digits after the point the columns of a table keep room, so that their figures stand at one line. */
export const placesOfRows = (rows: readonly Row[]): number =>
  Math.max(
    0,
    ...rows.map(({ target, progress }) =>
      target.indicator.kind === 'done'
        ? 0
        : Math.max(
            placesOf(progress.baseline?.value ?? null),
            placesOf(progress.milestone.value),
            progress.latest === null ? 0 : placesFor(progress, target.indicator.decimals),
          ),
    ),
  )
