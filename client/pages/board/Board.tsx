import { useLocation } from 'preact-iso'
import { useRef, useState } from 'preact/hooks'
import { toDate } from '../../format.ts'
import { boardText } from '../../i18n/board.ts'
import { either, textOf } from '../../i18n/language.ts'
import { formalRegion } from '../entry/formal-region.ts'
import { BoardBar } from './BoardBar.tsx'
import type { BoardData } from './board-data.ts'
import { BoardPageView, titleOf } from './BoardPageView.tsx'
import { type BoardPage, toBoardPages } from './pages.ts'
import { type BoardQuery, toBoardQuery, turnedTo } from './query.ts'
import { useFullScreen } from './use-full-screen.ts'
import { useHeld } from './use-held.ts'
import { useKeys } from './use-keys.ts'
import { useMedia } from './use-media.ts'
import type { Reading } from './use-reading.ts'
import { useTurning } from './use-turning.ts'

interface Props {
  data: BoardData
  reading: Reading<BoardData>
  query: BoardQuery
}

/** Pages of the milestones that were chosen; the others are of all. */
const OF_A_STAGE: ReadonlySet<BoardPage['kind']> = new Set<BoardPage['kind']>([
  'counts',
  'attention',
  'regions',
  'plans',
])

/** One page at a time, what it is about above it, and below it how it turns. */
export function Board({ data, reading, query }: Props) {
  const text = textOf(boardText)
  const { url, route } = useLocation()
  const pageRef = useRef<HTMLDivElement>(null)
  const [byHand, setByHand] = useState(false)
  const { isHeld, isPointerIdle } = useHeld(pageRef)
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const fullScreen = useFullScreen()
  const pages = toBoardPages(data, query)
  const count = pages.length
  const page = Math.min(query.page, count)
  const isTurning = !still && !query.paused && !isHeld && count > 1

  // The state is in the address, and the way back does not lead through every page that was shown.
  const show = (next: number, paused: boolean): void =>
    route(turnedTo(url, ((next - 1 + count) % count) + 1, paused), true)
  /** From where the address is already: a second key may come before the page of the first one is drawn. */
  const turnByHand = (pages: number): void => {
    const asked = toBoardQuery(Object.fromEntries(new URLSearchParams(location.search)))
    setByHand(true)
    show(Math.min(asked.page, count) + pages, asked.paused)
  }
  const pause = (): void => {
    if (!still) show(page, !query.paused)
  }
  const turn = (): void => {
    setByHand(false)
    show(page + 1, false)
  }
  useTurning({ page, stayMs: query.seconds * 1000, isTurning, turn })
  const previous = (): void => turnByHand(-1)
  const next = (): void => turnByHand(1)
  useKeys(page, { previous, next, pause, fullScreen: fullScreen.toggle })

  const shown = pages[page - 1]
  const scope = scopeOf(data, query)
  const title = shown ? titleOf(shown) : ''
  return (
    <section class={isPointerIdle ? 'board idle' : 'board'} aria-label={text.title}>
      <header class="board-head">
        <p>
          <span>{scope || text.all}</span>{' '}
          {shown && OF_A_STAGE.has(shown.kind) && <span class="nowrap">· {text.stage(data.choice)}</span>}{' '}
          <span class="nowrap">· {text.asOf(toDate(data.asOf))}</span>
        </p>
        {data.targets.some(({ sample }) => sample) && <p class="board-sample">{text.sample}</p>}
      </header>
      <div class="board-page" ref={pageRef} key={page}>
        {shown && <BoardPageView page={shown} data={data} scope={query.plan ? '' : scope} asOf={query.asOf} />}
      </div>
      <p class="visually-hidden" aria-live={byHand ? 'polite' : 'off'}>
        {text.announced(page, count, title)}
      </p>
      <BoardBar
        page={page}
        count={count}
        query={query}
        reading={reading}
        state={still ? 'still' : query.paused ? 'paused' : isHeld ? 'held' : 'turning'}
        fullScreen={fullScreen}
        acts={{ previous, next, pause }}
      />
    </section>
  )
}

/** The region or plan, or nothing where it is about all. */
function scopeOf({ regions, plans }: BoardData, { region, plan }: BoardQuery): string {
  const ofPlan = plans.find(({ code }) => code === plan)
  if (ofPlan) return either(`《${ofPlan.titleZh}》`, ofPlan.titleEn)
  const ofRegion = regions.find(({ code }) => code === region)
  return ofRegion ? either(formalRegion(ofRegion.code, ofRegion.nameZh), ofRegion.nameEn) : ''
}
