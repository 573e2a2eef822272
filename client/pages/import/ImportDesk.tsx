import type { Sheet } from '../../../server/contract/entry.ts'
import type { Plan } from '../../../server/contract/reference.ts'
import { importText } from '../../i18n/import.ts'
import { language, textOf } from '../../i18n/language.ts'
import { entryAddress } from '../../state/address.ts'
import { PreviewView } from './PreviewView.tsx'
import { Progress } from './Progress.tsx'
import { StepList } from './StepList.tsx'
import { useDrop } from './use-drop.ts'
import { useImport } from './use-import.ts'
import { WrittenView } from './WrittenView.tsx'

interface Props {
  sheet: Sheet
  plans: readonly Plan[]
  region: string
}

/** A file into the sheet: three steps, then what it would do, then that it is done. */
export function ImportDesk({ sheet, plans, region }: Props) {
  const text = textOf(importText)
  const work = useImport(sheet)
  const isOver = useDrop(work.choose)
  const { regionCode, year } = sheet
  const { stage } = work
  return (
    <div class={isOver ? 'import over' : 'import'}>
      {stage.is === 'steps' && (
        <header class="lede with-act">
          <div>
            <h1>{text.title(region, year)}</h1>
            <p>{text.lead}</p>
          </div>
          <a class="button" href={entryAddress(regionCode, year)}>
            {text.back}
          </a>
        </header>
      )}
      {stage.is !== 'preview' && <Progress work={work} />}
      {stage.is === 'steps' && <StepList {...{ sheet, isOver }} onFiles={work.choose} />}
      {stage.is === 'preview' && <PreviewView {...{ stage, work, plans, region }} />}
      {stage.is === 'written' && <WrittenView {...stage} {...{ regionCode, year }} onMore={work.restart} />}
      <output class="visually-hidden" aria-live="polite" lang={language.value}>
        {stage.is === 'written' ? text.written(stage.count) : ''}
      </output>
    </div>
  )
}
