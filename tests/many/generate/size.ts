/** Of each indicator and organisation. */
export const FIRST_YEAR = 2011
export const LAST_YEAR = 2025
export const YEARS = LAST_YEAR - FIRST_YEAR + 1

const USUAL_INDICATORS = 200
/** One figure in so many is entered a second time. */
export const CORRECTED_OF = 9
const OF_AN_ORGANISATION = (USUAL_INDICATORS * YEARS * (CORRECTED_OF + 1)) / CORRECTED_OF
/** So many have names. */
const MOST_INDICATORS = 400
const MOST_ORGANISATIONS = 20_000
const MOST_FIGURES = 20_000_000

/** How much is made. */
export interface Size {
  organisations: number
  indicators: number
  /** Figures by organisation, indicator and year: 15 of each series, but for the last one. */
  cells: number
  /** How many of these are entered twice. */
  corrected: number
}

export interface WantedSize {
  /** Entered versions of figures, each counted. */
  figures?: number | undefined
  organisations?: number | undefined
}

/** Either number follows from the other: an organisation usually has 200 indicators. Throws one sentence for nonsense. */
export function sizeOf({ figures, organisations }: WantedSize): Size {
  if (figures !== undefined) refuseOutside('figures', figures, MOST_FIGURES)
  if (organisations !== undefined) refuseOutside('organisations', organisations, MOST_ORGANISATIONS)
  const wanted = figures ?? Math.round((organisations ?? 3) * OF_AN_ORGANISATION)
  const reporting = organisations ?? Math.max(1, Math.round(wanted / OF_AN_ORGANISATION))
  const corrected = Math.floor(wanted / (CORRECTED_OF + 1))
  const cells = wanted - corrected
  const indicators = Math.ceil(cells / (reporting * YEARS))
  if (indicators > MOST_INDICATORS) throw new Error(`${wanted} figures are too many for ${reporting} organisations`)
  return { organisations: reporting, indicators, cells, corrected }
}

function refuseOutside(name: string, number: number, most: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= most) return
  throw new Error(`--${name}: a whole number from 1 to ${most} is wanted`)
}
