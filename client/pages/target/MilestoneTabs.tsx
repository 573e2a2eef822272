import type { TargetDetail } from '../../../server/contract/target.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import type { Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  year: number
  asOf: string | undefined
  wording: Wording
}

/** One link per milestone: each has a path, a status and an address of its own. */
export function MilestoneTabs({ detail, year, asOf, wording }: Props) {
  const { text } = wording
  const address = (of: number): string =>
    `/targets/${detail.id}?${new URLSearchParams({ milestone: `${of}`, ...(asOf ? { asOf } : {}) })}`
  return (
    <nav class="milestone-tabs" aria-label={text.milestones}>
      <ul>
        {detail.progress.map((one) => (
          <li key={one.milestoneYear}>
            <a href={address(one.milestoneYear)} aria-current={one.milestoneYear === year ? 'true' : undefined}>
              <span class="goal">{text.tab(one.milestoneYear, wording.goal(one.milestone))}</span>
              <StatusWord status={one.status} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
