import { useLocation } from 'preact-iso'
import { FEWEST } from '../../../server/domain/composite.ts'
import { compositeText } from '../../i18n/composite.ts'
import { either, textOf } from '../../i18n/language.ts'
import { user } from '../../state/session.ts'
import { toAddress, type View } from './address.ts'
import { type Chosen, type CompositeData, nameOfGroup } from './composite-data.ts'
import { GroupSection } from './GroupSection.tsx'
import { GroupTable } from './GroupTable.tsx'
import { Heading, MethodLink, Tools } from './Heading.tsx'
import { MovedSection } from './MovedSection.tsx'
import { PartTable } from './PartTable.tsx'
import { WeightHistory } from './WeightHistory.tsx'
import { useWeightsPlace, WEIGHTS } from './weights-place.ts'
import { shareText } from './share-text.ts'

interface Props {
  data: CompositeData
  chosen: Chosen
  view: View
}

/** One region or plan: its targets with weights, what each adds to the mean, and how the mean moves with them. */
export function OneGroup({ data, chosen, view }: Props) {
  const text = textOf(compositeText)
  useWeightsPlace(useLocation().url)
  const { plans, milestoneYears } = data.answer
  const names = [
    view.region && nameOfGroup(data, 'region', view.region),
    view.plan && nameOfGroup(data, 'plan', view.plan),
  ]
  const scope = names.filter(Boolean).join(' · ')
  const isKnown = plans.length > 0
  return (
    <>
      <p class="crumbs">
        <a href={toAddress({ ...view, region: '', plan: '' })}>{text.back}</a>
      </p>
      {isKnown ? (
        <Heading counts={chosen} scope={scope} view={view}>
          <Sentences chosen={chosen} />
        </Heading>
      ) : (
        <div class="lede">
          <h1>{text.unknownGroup}</h1>
        </div>
      )}
      <Tools view={view} years={milestoneYears} file="composite-targets" />
      {chosen.total > 0 && (
        <>
          <Summary data={data} chosen={chosen} view={view} />
          <section class="section" id={WEIGHTS} aria-labelledby="parts">
            <header>
              <h2 id="parts">{text.parts}</h2>
              <p class="aside small">{text.partsNote}</p>
              {user.value?.role === 'administrator' && (
                <a class="more" href="/admin/weights">
                  {text.setWeights}
                </a>
              )}
            </header>
            <PartTable chosen={chosen} asOf={view.asOf} />
            <WeightHistory data={data} chosen={chosen} />
          </section>
          <MovedSection data={data} chosen={chosen} view={view} scope={scope} />
          {view.plan === '' && plans.length > 1 && (
            <GroupSection title={text.plansOf} grouping="plan" groups={plans} data={data} view={view} />
          )}
        </>
      )}
    </>
  )
}

/** The numbers of the group in the same row as on the list of all. */
function Summary({ data, chosen, view }: Props) {
  const { milestones: _milestones, equal: _equal, ...group } = chosen
  const grouping = view.plan ? 'plan' : 'region'
  const code = view.plan || view.region
  const nameOfCode = (): string => nameOfGroup(data, grouping, code)
  return (
    <section>
      <GroupTable grouping={grouping} groups={[{ ...group, code }]} nameOf={nameOfCode} view={view} />
      <p class="aside small">{textOf(compositeText).meanKey}</p>
    </section>
  )
}

function Sentences({ chosen }: { chosen: Chosen }) {
  const text = textOf(compositeText)
  const { total, assessable, mean, range, counted, uncounted, weighted, milestones } = chosen
  if (total === 0) return null
  const isWeightless = uncounted.some(({ reason }) => reason === 'weight-zero')
  const mover = range?.mover
  const moved = milestones.find(({ targetId }) => targetId === mover?.targetId)
  const said = [
    ...(total > assessable ? [text.unassessed(total - assessable)] : []),
    ...(mean !== null && assessable > counted ? [text.uncountedIn(assessable - counted)] : []),
    ...(mean === null || range === null
      ? [text.noMean[isWeightless ? 'weight-zero' : 'nothing']]
      : [
          text.mean(shareText(mean), counted, weighted > 0),
          ...(mover && moved
            ? [
                text.moves(shareText(range.lowest.mean), shareText(range.highest.mean)),
                text.mover(either(moved.nameZh, moved.nameEn), text.variation[mover.variation], shareText(mover.mean)),
              ]
            : [text.still]),
          ...(counted < FEWEST ? [text.few(counted)] : []),
        ]),
  ]
  return (
    <p>
      {said.join(text.sentences)} <MethodLink />
    </p>
  )
}
