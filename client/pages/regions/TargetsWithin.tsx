import { useMemo } from 'preact/hooks'
import type { ListedTarget, ProgressList } from '../../../server/contract/listed-target.ts'
import type { Theme } from '../../../server/contract/reference.ts'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { Pages } from '../../components/Pages.tsx'
import { SearchBox } from '../../components/SearchBox.tsx'
import { language, say, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { titleOf } from '../../names.ts'
import type { Kept } from '../../state/use-kept.ts'
import { useTypedWords } from '../../state/use-typed-words.ts'
import { DEFAULTS } from '../overview/filters.ts'
import { countByStatus, type Judged } from '../overview/judged.ts'
import { toNames } from '../overview/names.ts'
import { TargetTable } from '../overview/TargetTable.tsx'
import { csvOf, toAddress, toListQuery, type View } from './address.ts'
import { NotRead } from './NotRead.tsx'
import { toListing } from '../../components/listing.ts'
import { TARGET_ROWS } from './listing.ts'
import { useTargets } from './regions-data.ts'

interface Props {
  code: string
  view: View
  themes: readonly Theme[]
  nowYear: number
  hasBelow: boolean
}

/** The targets of the region and of all below it, the worst first, searched and cut into pages by the server. */
export function TargetsWithin({ code, view, themes, nowYear, hasBelow }: Props) {
  const text = textOf(regionsText)
  const answer = useTargets(code, view)
  const [words, type] = useTypedWords(view.words, (typed) => toAddress(view, { words: typed }))
  return (
    <section class="section targets-within">
      <header>
        <h2 id="targets-within" tabIndex={-1}>
          {text.targets}
        </h2>
        <p class="aside small">{text.targetsNote(view.milestone === 'next' ? text.next : text.year(view.milestone))}</p>
        {hasBelow && <ScopeLinks view={view} />}
        <SearchBox label={text.searchTarget} hint={text.searchTargetHint} q={words} onSearch={type} />
        <a class="small screen-only" href={csvOf('progress', toListQuery(code, view))}>
          {text.csv}
        </a>
      </header>
      {view.status && (
        <p class="small">
          {text.onlyStatus(say(STATUS_LABELS[view.status]))}{' '}
          <a href={toAddress(view, { status: '' })}>{text.clearStatus}</a>
        </p>
      )}
      {view.plan && (
        <p class="small">
          {text.narrowedPlan(planOf(answer, view.plan))} <a href={toAddress(view, { plan: '' })}>{text.everyPlan}</a>
        </p>
      )}
      {answer.state === 'loading' ? (
        <Waiting slow={answer.slow} />
      ) : answer.state === 'problem' ? (
        <NotRead retry={answer.retry} />
      ) : (
        <div aria-busy={answer.isOld}>
          <List list={answer.value} view={view} themes={themes} nowYear={nowYear} />
        </div>
      )}
    </section>
  )
}

const planOf = (answer: Kept<ProgressList>, code: string): string =>
  titleOf(answer.state === 'ready' ? (answer.value.named?.plans ?? []) : [], code)

function ScopeLinks({ view }: { view: View }) {
  const text = textOf(regionsText)
  return (
    <nav class="list-links" aria-label={text.scope}>
      <ul>
        {([false, true] as const).map((own) => (
          <li key={String(own)}>
            <a href={toAddress(view, { own })} aria-current={view.own === own ? 'true' : undefined}>
              {own ? text.scopes.own : text.scopes.within}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface ListProps extends Pick<Props, 'view' | 'themes' | 'nowYear'> {
  list: ProgressList
}

function List({ list: { items, total, named }, view, themes, nowYear }: ListProps) {
  const text = textOf(regionsText)
  const spoken = language.value
  const names = useMemo(
    () => toNames({ regions: named?.regions ?? [], plans: named?.plans ?? [], themes: [...themes] }, spoken),
    [named, themes, spoken],
  )
  const rows = items.flatMap((target) => toJudged(target, view))
  const group = { code: '', total, counts: countByStatus(rows), rows }
  const filters = { ...DEFAULTS, milestone: view.milestone, asOf: view.asOf }
  if (total === 0) {
    return (
      <p class="none-found">
        <output>{text.noneListed}</output>
      </p>
    )
  }
  return (
    <>
      {items.length > 0 && (
        <TargetTable groups={[group]} title={text.targets} filters={filters} names={names} nowYear={nowYear} />
      )}
      <Pages
        listing={toListing(total, view.listPage, TARGET_ROWS, items.length)}
        text={{ ...text, pages: text.pages.targets }}
        to={(listPage) => toAddress(view, { listPage })}
        list="targets-within"
      />
    </>
  )
}

/** A target with its milestone of the choice. */
function toJudged(target: ListedTarget, { milestone }: View): Judged[] {
  const year = milestone === 'next' ? target.nextMilestoneYear : milestone
  const progress = target.progress.find(({ milestoneYear }) => milestoneYear === year)
  return progress ? [{ target, progress }] : []
}
