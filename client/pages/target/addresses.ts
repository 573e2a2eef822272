import type { TargetDetail } from '../../../server/contract/target.ts'

type Place = Pick<TargetDetail, 'regionCode' | 'planCode' | 'indicatorCode'>

const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') params.set(name, `${value}`)
  return `${path}?${params}`
}

/** Each year of one milestone with its figure, the path and the status: what the chart draws. */
export const yearlyProgressCsv = (target: Place, milestone: number, asOf: string | undefined): string =>
  withQuery('/api/yearly-progress.csv', {
    region: target.regionCode,
    plan: target.planCode,
    indicator: target.indicatorCode,
    milestone,
    asOf,
  })

/** The approved figures with source, note and who approved them: what the table shows. */
export const observationsCsv = (target: Place, asOf: string | undefined): string =>
  withQuery('/api/observations.csv', {
    region: target.regionCode,
    indicator: target.indicatorCode,
    asOf,
  })

/** The same indicator in the other regions. */
export const compareAddress = (target: Place, milestone: number, asOf: string | undefined): string =>
  withQuery('/compare', { region: target.regionCode, indicator: target.indicatorCode, milestone, asOf })

/** The plan's printable report. */
export const reportAddress = (target: Place, milestone: number, asOf: string | undefined): string =>
  withQuery('/report', { region: target.regionCode, plan: target.planCode, milestone, asOf })

/** The region of the target, with those above and below it, and what the indicator comes to there. */
export const regionAddress = (target: Place, milestone: number, asOf: string | undefined): string =>
  withQuery(`/regions/${target.regionCode}`, { milestone, indicator: target.indicatorCode, asOf })
