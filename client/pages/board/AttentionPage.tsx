import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { isZero, toFigure, toRounded, toYear } from '../../format.ts'
import { differenceUnitOf, toGoalParts, unitOf } from '../../goal.ts'
import { boardText } from '../../i18n/board.ts'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { targetAddress } from '../../state/address.ts'
import { placesFor, toDistance } from '../overview/distance.ts'
import { pacePlaces } from '../report/pace-places.ts'
import { toPrinted } from '../target/wording.ts'
import type { BoardData } from './board-data.ts'
import { regionName } from './names.ts'
import type { BoardPage, Row } from './pages.ts'

interface Props {
  page: Extract<BoardPage, { kind: 'attention' }>
  title: string
  data: BoardData
  asOf: string
}

/** A few of those that need attention: where they are, where they should be, what is needed. */
export function AttentionPage({ page, title, data, asOf }: Props) {
  const text = textOf(boardText)
  return (
    <>
      <h1>
        {title} {page.total > 0 && <b>{page.total}</b>}{' '}
        {page.further > 0 && <small>{text.further(page.further)}</small>}
      </h1>
      {page.rows.length === 0 ? (
        <p class="board-big">{text.attentionNone}</p>
      ) : (
        <ul class="board-rows">
          {page.rows.map((row) => (
            <AttentionRow key={`${row.target.id} ${row.progress.milestoneYear}`} row={row} data={data} asOf={asOf} />
          ))}
        </ul>
      )}
    </>
  )
}

function AttentionRow({ row, data, asOf }: { row: Row; data: BoardData; asOf: string }) {
  const text = textOf(boardText)
  const { target, progress } = row
  const { indicator } = target
  return (
    <li>
      <StatusIcon status={progress.status} size="large" />
      <div class="board-name">
        <a class="plain" href={targetAddress(target.id, progress.milestoneYear, asOf || undefined)}>
          {either(indicator.shortNameZh, indicator.shortNameEn)}
        </a>
        <small>
          {say(STATUS_LABELS[progress.status])} · {regionName(data, target.regionCode)}
        </small>
      </div>
      <Told label={text.latest} year={progress.latest?.year}>
        {latestOf(row)}
      </Told>
      <Told label={text.goal} year={progress.milestoneYear}>
        {goalOf(row)}
      </Told>
      <Told label={text.gap}>{gapOf(row)}</Told>
      <Told label={text.perYear}>{perYearOf(row)}</Told>
    </li>
  )
}

function Told({ label, year, children }: { label: string; year?: number | undefined; children: string }) {
  return (
    <p class="board-told">
      <small>
        {label} {year !== undefined && toYear(year, language.value)}
      </small>
      <b>{children}</b>
    </p>
  )
}

/** A unit that is long stands nowhere on the wall: the name says what is counted. */
const withUnit = (figure: string, unit: string): string =>
  unit === '' || unit.length > 8 ? figure : unit.startsWith('%') ? figure + unit : `${figure} ${unit}`

function latestOf({ target: { indicator }, progress }: Row): string {
  const text = textOf(boardText)
  const { latest } = progress
  if (latest === null || indicator.kind === 'done') return text.none
  const value = latest.derived ? toRounded(latest.value, placesFor(progress, indicator.decimals)) : latest.value
  const unit = unitOf(indicator, language.value)
  return withUnit(toFigure(value, { language: language.value, unit: indicator.unitZh }), unit)
}

function goalOf({ target: { indicator }, progress: { milestone } }: Row): string {
  const parts = toGoalParts({ ...milestone, wordingZh: toPrinted(milestone) || null }, indicator, language.value)
  return parts.figure === null ? textOf(boardText).none : `${parts.before} ${withUnit(parts.figure, parts.unit)}`.trim()
}

function gapOf({ target: { indicator }, progress }: Row): string {
  const distance = indicator.kind === 'done' ? null : toDistance(progress, indicator.better, indicator.decimals)
  if (distance === null || !('size' in distance)) return textOf(boardText).none
  const figure = toFigure(distance.size, { language: language.value, unit: indicator.unitZh })
  return withUnit(figure, differenceUnitOf(indicator, language.value))
}

function perYearOf({ target: { indicator }, progress: { requiredPerYear, status } }: Row): string {
  const text = textOf(boardText)
  if (requiredPerYear === null) return status === 'missed' ? text.ended : text.none
  if (isZero(requiredPerYear)) return '> 0'
  const rounded = toRounded(requiredPerYear, pacePlaces(indicator.decimals, requiredPerYear))
  return toFigure(rounded, { language: language.value, unit: indicator.unitZh, signed: true })
}
