import { compositeText } from '../../i18n/composite.ts'
import { textOf } from '../../i18n/language.ts'
import type { View } from './address.ts'
import type { CompositeData } from './composite-data.ts'
import { GroupSection } from './GroupSection.tsx'
import { Heading, MethodLink, Tools } from './Heading.tsx'

/** Every region and every plan. What is said of all of them are counts: a mean over plans would compare what differs. */
export function Overall({ data, view }: { data: CompositeData; view: View }) {
  const text = textOf(compositeText)
  const { regions, plans, milestoneYears } = data.answer
  const sum = (count: 'total' | 'assessable' | 'kept'): number => regions.reduce((all, one) => all + one[count], 0)
  const counts = { total: sum('total'), assessable: sum('assessable'), kept: sum('kept') }
  const unassessed = counts.total - counts.assessable
  return (
    <>
      <Heading counts={counts} scope="" view={view}>
        <p>
          {unassessed > 0 && text.unassessed(unassessed) + text.sentences}
          {text.noRanking} <MethodLink />
        </p>
      </Heading>
      <Tools view={view} years={milestoneYears} file="composite" />
      {counts.total > 0 && (
        <>
          <GroupSection title={text.byRegion} grouping="region" groups={regions} data={data} view={view} />
          <GroupSection title={text.byPlan} grouping="plan" groups={plans} data={data} view={view} />
        </>
      )}
    </>
  )
}
