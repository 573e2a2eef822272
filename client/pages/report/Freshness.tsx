import { either, language, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { official, toDocumentDay } from './official.ts'
import type { ReportData } from './report-data.ts'

/** A day of the calendar as documents write it; it is the same day everywhere. */
const dayOf = (day: string): string => toDocumentDay(`${day}T12:00:00+08:00`, language.value)

/** How much of the newest year was reported, for the regions that the document is about. */
export function Freshness({ data: { freshness, targets, regions } }: { data: ReportData }) {
  const text = textOf(reportText)
  const own = new Set(targets.map(({ regionCode }) => regionCode))
  const shown = freshness.regions.filter(({ regionCode }) => own.has(regionCode))
  return (
    <>
      {shown.map(({ regionCode, year, opensOn, closesOn, owed, approved }) => {
        const region = regions.find(({ code }) => code === regionCode)
        return (
          <p key={regionCode}>
            {official(
              year === null || opensOn === null || closesOn === null
                ? text.noRound
                : text.round(
                    region ? either(region.nameZh, region.nameEn) : regionCode,
                    year,
                    dayOf(opensOn),
                    dayOf(closesOn),
                    owed,
                    approved ?? 0,
                  ),
              language.value,
            )}
          </p>
        )
      })}
    </>
  )
}
