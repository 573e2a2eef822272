import { useEffect, useRef } from 'preact/hooks'
import type { Plan } from '../../../server/contract/reference.ts'
import { importText } from '../../i18n/import.ts'
import { textOf } from '../../i18n/language.ts'
import { entryAddress } from '../../state/address.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { FilePick } from './FilePick.tsx'
import { summarise, writable } from './preview-summary.ts'
import { Progress } from './Progress.tsx'
import { ProblemTable } from './ProblemTable.tsx'
import type { Import, Stage } from './use-import.ts'

interface Props {
  stage: Extract<Stage, { is: 'preview' }>
  work: Import
  plans: readonly Plan[]
  region: string
}

const NONE: ReadonlySet<string> = new Set()

/** What would be done: problems first, then every change; and the one step, all or nothing. */
export function PreviewView({ stage, work, plans, region }: Props) {
  const text = textOf(importText)
  const { preview, sheet, file, overtaken } = stage
  const summary = summarise(preview)
  const changes = writable(preview)
  const heading = useRef<HTMLHeadingElement>(null)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Not to the button: what is written is seen before.
    const first = notice.current ?? heading.current
    first?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [stage])
  return (
    <>
      <header class="lede">
        <h1 ref={heading} tabIndex={-1}>
          {text.headline(summary)}
        </h1>
        <p>
          {text.ofFile(file.name, preview.sheet)}
          {summary.unfilled > 0 && text.unfilled(summary.unfilled)}
          {summary.problems > 0 && text.atOnce}
        </p>
      </header>
      {overtaken !== null && (
        <div class="import-notice" ref={notice} tabIndex={-1} role="alert">
          <p>{text.overtaken[overtaken.why](overtaken.keys.size)}</p>
        </div>
      )}
      {summary.problems > 0 && <ProblemTable preview={preview} sheet={sheet} />}
      {changes.length > 0 && <ChangeTable {...{ changes, sheet, plans, region }} overtaken={overtaken?.keys ?? NONE} />}
      {preview.remarks.length > 0 && (
        <details class="import-remarks">
          <summary>{text.remarks(preview.remarks.length)}</summary>
          <ul>
            {preview.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
      <Acts {...{ stage, work, summary }} />
    </>
  )
}

function Acts({ stage, work, summary }: Pick<Props, 'stage' | 'work'> & { summary: ReturnType<typeof summarise> }) {
  const text = textOf(importText)
  const { regionCode, year } = stage.sheet
  const isNothing = summary.toWrite === 0 && summary.problems === 0
  const mayWrite = stage.preview.id !== null
  const hint = isNothing
    ? text.nothingToWrite
    : summary.problems > 0
      ? text.writeBarred(summary.problems)
      : text.writeHint
  return (
    <div class="act-bar import-acts">
      <div class="import-progress-line">
        <Progress work={work} />
      </div>
      {isNothing ? (
        <a class="button main" href={entryAddress(regionCode, year)}>
          {text.back}
        </a>
      ) : (
        <button
          type="button"
          class="button main"
          aria-disabled={!mayWrite || work.isWriting || work.reading !== null}
          aria-describedby="import-hint"
          onClick={() => {
            if (mayWrite) work.write()
          }}
        >
          {work.isWriting ? text.writing : text.write(summary.toWrite)}
        </button>
      )}
      <FilePick label={text.chooseOther} onFiles={work.choose} />
      <p id="import-hint">{hint}</p>
    </div>
  )
}
