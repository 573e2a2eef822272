import type { Sheet } from '../../../server/contract/entry.ts'
import { importText } from '../../i18n/import.ts'
import { textOf } from '../../i18n/language.ts'
import { FilePick } from './FilePick.tsx'

interface Props {
  sheet: Sheet
  isOver: boolean
  onFiles: (files: readonly File[]) => void
}

/** Download, fill in, upload. */
export function StepList({ sheet, isOver, onFiles }: Props) {
  const text = textOf(importText)
  return (
    <ol class="import-steps" aria-label={text.steps}>
      <li>
        <h2>{text.templateTitle}</h2>
        <p>{text.templateHint(sheet.rows.length)}</p>
        <a class="button" href={`/api/templates/${sheet.regionCode}/${sheet.year}.xlsx`} download>
          {text.template}
        </a>
      </li>
      <li>
        <h2>{text.fillTitle}</h2>
        <p>{text.fillHint}</p>
      </li>
      <li class={isOver ? 'drop over' : 'drop'}>
        <h2>{text.uploadTitle}</h2>
        <p id="import-accepted">{text.accepted}</p>
        <FilePick label={text.choose} isMain describedBy="import-accepted" onFiles={onFiles} />
        <p class="aside drop-hint">{isOver ? text.dropHere : text.drop}</p>
      </li>
    </ol>
  )
}
