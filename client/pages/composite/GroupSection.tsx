import { TakeAlong } from '../../components/TakeAlong.tsx'
import { toDate } from '../../format.ts'
import { compositeText } from '../../i18n/composite.ts'
import { textOf } from '../../i18n/language.ts'
import { csvAddress, type View } from './address.ts'
import { type CompositeData, type Group, type Grouping, nameOfGroup } from './composite-data.ts'
import { toGroupDrawing } from './group-picture.tsx'
import { GroupTable } from './GroupTable.tsx'

interface Props {
  title: string
  grouping: Grouping
  /** In their own order, which the page keeps. */
  groups: readonly Group[]
  data: CompositeData
  view: View
}

/** Browsers draw no picture of any height. */
const MOST_DRAWN = 100

/** All regions, or all plans, with what explains the marks and takes them along. */
export function GroupSection({ title, grouping, groups, data, view }: Props) {
  const text = textOf(compositeText)
  const day = toDate(data.answer.asOf)
  const weighted = groups.reduce((sum, group) => sum + group.weighted, 0)
  const isSample = groups.some(({ sample }) => sample)
  const name = (code: string): string => nameOfGroup(data, grouping, code)
  const milestone = view.milestone === 'next' ? text.next : text.year(view.milestone)
  return (
    <section class="section" aria-labelledby={`by-${grouping}`}>
      <header>
        <h2 id={`by-${grouping}`}>{title}</h2>
        <p class="aside small">{text.meanKey}</p>
        <div class="more">
          <TakeAlong
            name={text.pictureName(title, view.milestone, day)}
            title={`${text.title} · ${milestone} · ${title}`}
            notes={[
              text.pictureNotes(day),
              text.pictureRange,
              text.pictureWeights(weighted),
              text.noRanking,
              isSample ? text.sample : '',
              groups.length > MOST_DRAWN ? text.onlyDrawn(MOST_DRAWN, groups.length) : '',
            ]}
            drawing={() => toGroupDrawing(groups.slice(0, MOST_DRAWN), name, view.milestone)}
            csv={csvAddress('composite', view)}
          />
        </div>
      </header>
      <GroupTable grouping={grouping} groups={groups} nameOf={name} view={view} />
    </section>
  )
}
