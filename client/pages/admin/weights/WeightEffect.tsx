import type { Plan, Region } from '../../../../server/contract/reference.ts'
import type { Target } from '../../../../server/contract/target.ts'
import { getComposite } from '../../../api.ts'
import { weightsText } from '../../../i18n/admin-weights.ts'
import { either, textOf } from '../../../i18n/language.ts'
import { useFresh } from '../../../state/use-fresh.ts'
import { shareText } from '../../composite/share-text.ts'
import { effectOf } from './weight-effect.ts'

interface Props {
  target: Target
  /** As typed, in canonical form where it is a weight. */
  weight: string
  plan: Plan | undefined
  region: Region | undefined
}

/** The means of its region and plan, for each of its milestones, as they are and as they would be. */
async function loadGroups({ id, regionCode, planCode, milestones }: Target, signal: AbortSignal) {
  const asked = milestones.flatMap(({ year }) => [
    { year, grouping: 'region' as const, query: { region: regionCode, milestone: year } },
    { year, grouping: 'plan' as const, query: { plan: planCode, milestone: year } },
  ])
  return await Promise.all(
    asked.map(async ({ year, grouping, query }) => {
      const { chosen } = await getComposite(query, signal)
      const all = chosen?.milestones ?? []
      return { year, grouping, milestones: all, uncounted: all.find(({ targetId }) => targetId === id)?.uncounted }
    }),
  )
}

/** What the weight makes of the means, before it is saved; also where it makes nothing of them. */
export function WeightEffect({ target, weight, plan, region }: Props) {
  const text = textOf(weightsText)
  const answer = useFresh(`weight effect ${target.id}`, (signal) => loadGroups(target, signal))
  if (answer.state !== 'ready') return null
  const names = {
    region: region ? either(region.nameZh, region.nameEn) : target.regionCode,
    plan: plan ? either(plan.titleZh, plan.titleEn) : target.planCode,
  }
  const effects = answer.value.flatMap(({ year, grouping, milestones, uncounted }) => {
    const effect = effectOf(milestones, target.id, weight)
    if (effect === undefined) return []
    const isCounted = uncounted === null || uncounted === 'weight-zero'
    const said = isCounted ? text.effect(shareText(effect.before), shareText(effect.after)) : text.noEffect
    return [{ key: `${year} ${grouping}`, name: `${text.year(year)} · ${names[grouping]}`, said }]
  })
  if (effects.length === 0) return null
  return (
    <section class="section change-preview" aria-labelledby="effect">
      <h2 id="effect">{text.effectTitle}</h2>
      <ul class="small">
        {effects.map(({ key, name, said }) => (
          <li key={key}>
            {name}
            {text.colon}
            <span class="nowrap">{said}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
