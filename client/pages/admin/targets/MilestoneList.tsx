import { useRef } from 'preact/hooks'
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
  /** The year of a milestone that is added. */
  nextYear: string
  onChange: (milestones: MilestoneValues[]) => void
}

/** All milestones of a target; the last one cannot be taken away. */
export function MilestoneList({ milestones, indicator, faultAt, nextYear, onChange }: Props) {
  const text = textOf(targetsText)
  const nextKey = useRef(milestones.length + 1000)
  const add = (): void => {
    nextKey.current += 1
    const like = indicator.kind === 'cumulative' || indicator.kind === 'flow' ? milestones[0] : undefined
    onChange([...milestones, newMilestone(indicator, nextYear, like, nextKey.current)])
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
