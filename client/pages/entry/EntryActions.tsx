import { textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import type { Desk } from './desk.ts'
import { isAnyOpen } from './lede.ts'

interface Props {
  desk: Desk
  /** Rows whose drafts can be submitted, those of them that are selected, and rows that can be withdrawn. */
  ready: readonly string[]
  selected: readonly string[]
  submitted: readonly string[]
  isBusy: boolean
  onSubmit: (keys: readonly string[]) => void
  onWithdraw: (keys: readonly string[]) => void
}

/** What can be done with the whole sheet; the one next step is filled. */
export function EntryActions({ desk, ready, selected, submitted, isBusy, onSubmit, onWithdraw }: Props) {
  const text = textOf(entryText)
  const { regionCode, year } = desk.sheet
  const isOpen = isAnyOpen(desk.sheet)
  const base = `/entry/${regionCode}/${year}`
  return (
    <div class="entry-actions">
      {desk.mayEnter && isOpen && (
        <>
          {submitted.length > 0 && (
            <button type="button" class="button" onClick={() => onWithdraw(submitted)}>
              {text.withdrawAll(submitted.length)}
            </button>
          )}
          <a class="button" href={`/api/templates/${regionCode}/${year}.xlsx`} download>
            {text.template}
          </a>
          <a class="button" href={`${base}/import`}>
            {text.import}
          </a>
        </>
      )}
      <a class="button" href={`${base}/paper`}>
        {text.paper}
      </a>
      {desk.mayEnter && isOpen && (
        <>
          {selected.length > 0 && selected.length < ready.length && (
            <button type="button" class="button" onClick={() => onSubmit(selected)}>
              {text.submitSelected(selected.length)}
            </button>
          )}
          <button
            type="button"
            class={`button ${ready.length > 0 ? 'main' : ''}`}
            aria-disabled={ready.length === 0 || isBusy}
            onClick={() => {
              if (ready.length > 0 && !isBusy) onSubmit(ready)
            }}
          >
            {isBusy ? text.busy : ready.length === 0 ? text.submitNone : text.submit(ready.length)}
          </button>
        </>
      )}
    </div>
  )
}
