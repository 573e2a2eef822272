import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { toYear, toYearInShanghai } from '../../format.ts'
import { boardText } from '../../i18n/board.ts'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { targetAddress } from '../../state/address.ts'
import { nameOf } from '../../names.ts'
import { gapOf, goalOf, latestOf, perYearOf } from './attention-figures.ts'
import type { BoardData } from './board-data.ts'
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
        {title} {page.total > 0 && <b>{text.milestones(page.total)}</b>}{' '}
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
          {say(STATUS_LABELS[progress.status])} · {nameOf(data.regions, target.regionCode)}
        </small>
      </div>
      <Told label={text.latest} year={progress.latest?.year}>
        {latestOf(row, language.value)}
      </Told>
      <Told label={text.goal} year={progress.milestoneYear}>
        {goalOf(row, language.value)}
      </Told>
      <Told label={text.gap}>{gapOf(row, language.value)}</Told>
      <Told label={text.perYear[progress.milestoneYear < toYearInShanghai(data.asOf) ? 'ended' : 'going']}>
        {perYearOf(row, language.value)}
      </Told>
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
