import { useRoute } from 'preact-iso'
import type { Sheet } from '../../../server/contract/entry.ts'
import { getPlans, getRegions } from '../../api.ts'
import { OnlyFor } from '../../components/OnlyFor.tsx'
import { entryText } from '../../i18n/entry.ts'
import { importText } from '../../i18n/import.ts'
import { either, textOf } from '../../i18n/language.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { entryAddress } from '../../state/address.ts'
import { user } from '../../state/session.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { isAnyOpen, periodSentence } from '../entry/lede.ts'
import { getSheet } from '../entry/sender.ts'
import { ImportDesk } from './ImportDesk.tsx'
import '../../components/desk.css'
import './import.css'

/** 导入: the figures of one region and year from a file. */
export function ImportPage() {
  return (
    <OnlyFor roles={['reporter']}>
      <ImportOfUser />
    </OnlyFor>
  )
}

function ImportOfUser() {
  const { params } = useRoute()
  const regionCode = params['region'] ?? ''
  const year = Number(params['year'])
  const key = `import ${user.value?.username ?? ''} ${regionCode} ${year}`
  const answer = useAnswer(key, async (signal) => {
    const names = [getPlans(signal), getRegions(signal)] as const
    const [sheet, plans, regions] = await Promise.all([getSheet({ regionCode, year }, signal), ...names])
    return { sheet, plans, regions }
  })
  const found = answer.state === 'ready' ? answer.value.regions.find(({ code }) => code === regionCode) : undefined
  const region = found === undefined ? regionCode : either(found.nameZh, found.nameEn)
  useTitle(textOf(importText).pageTitle(region, year))
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { sheet, plans } = answer.value
  return isAnyOpen(sheet) ? <ImportDesk key={key} {...{ sheet, plans, region }} /> : <NotNow {...{ sheet, region }} />
}

/** Nothing can be entered: which it is, and the way back. */
function NotNow({ sheet, region }: { sheet: Sheet; region: string }) {
  const text = textOf(importText)
  return (
    <header class="lede with-act">
      <div>
        <h1>{text.pageTitle(region, sheet.year)}</h1>
        <p>{periodSentence(sheet, textOf(entryText))}</p>
      </div>
      <a class="button main" href={entryAddress(sheet.regionCode, sheet.year)}>
        {text.back}
      </a>
    </header>
  )
}
