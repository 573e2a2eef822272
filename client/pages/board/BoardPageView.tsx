import { boardText } from '../../i18n/board.ts'
import { textOf } from '../../i18n/language.ts'
import { AttentionPage } from './AttentionPage.tsx'
import type { BoardData } from './board-data.ts'
import { ChangesPage } from './ChangesPage.tsx'
import { CountsPage } from './CountsPage.tsx'
import { FreshPage } from './FreshPage.tsx'
import type { BoardPage } from './pages.ts'
import { StandingsPage } from './StandingsPage.tsx'

interface Props {
  page: BoardPage
  data: BoardData
  /** The region; a plan's title is too long for the sentence and stands above it. */
  scope: string
  asOf: string
}

/** The heading of a page; the first one's is its sentence. */
export function titleOf(page: BoardPage): string {
  const text = textOf(boardText)
  switch (page.kind) {
    case 'counts':
      return text.stage(page.summary.choice)
    case 'attention':
      return text.attention
    case 'regions':
      return text.regions
    case 'plans':
      return text.plans
    case 'changes':
      return text.changes
    case 'fresh':
      return text.fresh
  }
}

export function BoardPageView({ page, data, scope, asOf }: Props) {
  const title = titleOf(page)
  switch (page.kind) {
    case 'counts':
      return <CountsPage summary={page.summary} scope={scope} />
    case 'attention':
      return <AttentionPage page={page} title={title} data={data} asOf={asOf} />
    case 'regions':
    case 'plans':
      return <StandingsPage page={page} title={title} data={data} />
    case 'changes':
      return <ChangesPage changes={page.changes} title={title} data={data} />
    case 'fresh':
      return <FreshPage regions={page.regions} title={title} data={data} />
  }
}
