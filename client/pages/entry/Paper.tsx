import type { Sheet, SheetRow } from '../../../server/contract/entry.ts'
import type { Observation } from '../../../server/contract/observation.ts'
import type { Plan } from '../../../server/contract/reference.ts'
import { REVIEW_STATE_LABELS } from '../../../server/domain/detail-labels.ts'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { entryAddress } from '../../state/address.ts'
import { figureText } from './cell-text.ts'
import { contentOf } from './content.ts'
import { toGroups } from './groups.ts'
import { toRowState } from './row-state.ts'
import { askedOf, nameOf, unitOf } from './row-words.ts'

interface Props {
  sheet: Sheet
  plans: readonly Plan[]
  region: string
}

/** The sheet on paper: every figure with source, note and state, and lines for those who answer for it. */
export function Paper({ sheet, plans, region }: Props) {
  const text = textOf(entryText)
  const states = sheet.rows.map(toRowState)
  const groups = toGroups(states)
  const rows = groups.flatMap(({ keys }) => keys)
  const approved = sheet.rows.filter((row) => row.approved !== null && row.pending === null).length
  const title = (planCode: string | null): string => {
    const plan = plans.find(({ code }) => code === planCode)
    return plan === undefined ? text.monitored : either(`《${plan.titleZh}》`, plan.titleEn)
  }
  const heads = [text.number, text.indicator, text.unit, text.lastYear(sheet.year - 1), text.lastYear(sheet.year)]
  return (
    <article class="paper">
      <p class="paper-acts screen-only">
        <button type="button" class="button main" onClick={() => print()}>
          {text.print}
        </button>
        <a class="button" href={entryAddress(sheet.regionCode, sheet.year)}>
          {text.back}
        </a>
      </p>
      <h1>{text.paperTitle(region, sheet.year)}</h1>
      <p class="paper-about">
        <span>{text.paperNote(approved, sheet.rows.length)}</span> <span>{text.paperOf(sheet.today)}</span>
      </p>
      <table role="table" class="paper-table">
        <caption class="visually-hidden">{text.caption(region, sheet.year)}</caption>
        <thead>
          <tr role="row">
            {[...heads, text.source, text.note, text.state].map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ planCode, keys }) => (
          <tbody key={planCode}>
            <tr role="row" class="group">
              <th role="rowheader" colSpan={8} scope="rowgroup">
                {title(planCode)}
              </th>
            </tr>
            {keys.map((key) => {
              const state = states.find((one) => one.key === key)
              return state && <PaperRow key={key} row={state.row} number={rows.indexOf(key) + 1} year={sheet.year} />
            })}
          </tbody>
        ))}
      </table>
      <dl class="paper-signs">
        {[text.reporter, text.reviewer, text.head, text.date].map((who) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{who === text.date && text.dateLine}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function PaperRow({ row, number, year }: { row: SheetRow; number: number; year: number }) {
  const text = textOf(entryText)
  const figure = row.pending ?? row.approved
  const before = row.earlier.find((one) => one.year === year - 1) ?? null
  const said = (one: Observation | null): string =>
    one === null ? '—' : figureText(contentOf(one), row.indicator.kind, language.value).replace(/^-/, '\u2212') || '—'
  return (
    <tr role="row">
      <td role="cell" class="number">
        {number}
      </td>
      <th role="rowheader" scope="row">
        {nameOf(row)}
        <small>{askedOf(row)}</small>
      </th>
      <td role="cell" data-label={text.unit}>
        {unitOf(row)}
      </td>
      <td role="cell" class="number" data-label={text.lastYear(year - 1)}>
        {said(before)}
      </td>
      <td role="cell" class="number own" data-label={text.lastYear(year)}>
        {said(figure)}
        {figure?.provisional && <small>{text.provisionalMark}</small>}
      </td>
      <td role="cell" data-label={text.source}>
        {figure?.source}
      </td>
      <td role="cell" data-label={text.note}>
        {figure?.note}
        {figure?.correction && <small>{text.corrected(figure.correction.reason)}</small>}
      </td>
      <td role="cell" data-label={text.state}>
        {figure === null ? text.status.empty : say(REVIEW_STATE_LABELS[figure.state])}
      </td>
    </tr>
  )
}
