import { useState } from 'preact/hooks'
import type { Indicator } from '../../../../server/contract/reference.ts'
import { Fault } from '../../../components/form/Field.tsx'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { textOf } from '../../../i18n/language.ts'
import { MilestoneFields } from './MilestoneFields.tsx'
import { type MilestoneValues, newMilestone } from './promise-values.ts'

interface Props {
  milestones: readonly MilestoneValues[]
  indicator: Indicator
  faultAt: (path: string) => string | undefined
  /** The year of a milestone that is added, unless there is one of this year. */
  nextYear: string
  onChange: (milestones: MilestoneValues[]) => void
}

const FIRST_ADDED = 1000

/** All milestones of a target; the last one cannot be taken away. */
export function MilestoneList({ milestones, indicator, faultAt, nextYear, onChange }: Props) {
  const text = textOf(targetsText)
  // Those that were there have their places for keys.
  const [added, setAdded] = useState(FIRST_ADDED)
  const add = (): void => {
    setAdded(added + 1)
    const year = milestones.some((one) => one.year === nextYear) ? '' : nextYear
    const like = indicator.kind === 'cumulative' || indicator.kind === 'flow' ? milestones[0] : undefined
    onChange([...milestones, newMilestone(indicator, year, like, added)])
  }
  return (
    <section class="section" aria-labelledby="milestones">
      <header>
        <h2 id="milestones">{text.milestones}</h2>
      </header>
      {milestones.map((values, index) => (
        <MilestoneFields
          key={values.key}
          values={values}
          indicator={indicator}
          hasFocus={values.key >= FIRST_ADDED}
          faultAt={(field) => faultAt(`milestones.${index}.${field}`)}
          onChange={(part) => onChange(milestones.map((one) => (one.key === values.key ? { ...one, ...part } : one)))}
          onRemove={
            milestones.length > 1 ? () => onChange(milestones.filter((one) => one.key !== values.key)) : undefined
          }
        />
      ))}
      <Fault fault={faultAt('milestones')} />
      <p>
        <button type="button" class="button" onClick={add}>
          {text.addMilestone}
        </button>
      </p>
    </section>
  )
}
