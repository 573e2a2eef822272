import type { RegionProgress } from '../../../server/contract/region-progress.ts'
import type { Theme } from '../../../server/contract/reference.ts'
import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { Phrases } from '../../components/Phrases.tsx'
import { toYearInShanghai } from '../../format.ts'
import { either, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { Counts } from '../overview/Counts.tsx'
import { type Counts as StatusCounts, noCounts } from '../overview/judged.ts'
import { toAddress, type View } from './address.ts'
import { Crumbs } from './Crumbs.tsx'
import { RegionList } from './RegionList.tsx'
import { RollUpSection } from './RollUpSection.tsx'
import { Scope } from './Scope.tsx'
import { TargetsWithin } from './TargetsWithin.tsx'

interface Props {
  found: RegionProgress
  themes: readonly Theme[]
  view: View
  /** Something else was asked for, and is not here yet. */
  isOld: boolean
}

/** Sentence, counts, the regions below, the targets, and what the figures below come to: each narrower than the one before. */
export function RegionView({ found, themes, view, isOld }: Props) {
  const text = textOf(regionsText)
  const { region, own, within, below } = found
  const name = region ? either(region.nameZh, region.nameEn) : text.everywhere
  const nowYear = toYearInShanghai(found.asOf)
  return (
    <article class="regions" aria-busy={isOld}>
      <header class="lede">
        <Crumbs found={found} view={view} />
        <h1>
          <Phrases of={text.headline(name, below, view.milestone, within.total, toCounts(within.statuses))} />
        </h1>
        <p class="aside small">{text.note(own.total, within.total - own.total, within.fresh, nowYear - 1)}</p>
      </header>
      <Scope found={found} themes={themes} view={view} />
      {found.choices.length > 1 && (
        <Counts counts={toCountsByChoice(found)} chosen={view} to={(choice) => toAddress(view, choice)} />
      )}
      <RegionList found={found} name={name} view={view} nowYear={nowYear} />
      {region && (
        <TargetsWithin code={region.code} view={view} themes={themes} nowYear={nowYear} hasBelow={below > 0} />
      )}
      {region && <RollUpSection code={region.code} name={name} view={view} />}
    </article>
  )
}

const toCounts = (statuses: RegionProgress['own']['statuses']): StatusCounts => ({ ...noCounts(), ...statuses })

const toCountsByChoice = ({ choices }: RegionProgress): Map<MilestoneChoice, StatusCounts> =>
  new Map(choices.map(({ milestone, standing }) => [milestone, toCounts(standing.statuses)]))
