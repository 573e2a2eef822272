import { either } from '../../i18n/language.ts'
import type { BoardData } from './board-data.ts'

/** What a plan is called, as its title is printed; an unknown code stands for itself. */
export function planName({ plans }: BoardData, code: string): string {
  const found = plans.find((plan) => plan.code === code)
  return found ? either(`《${found.titleZh}》`, found.titleEn) : code
}

/** A target's short name; null for one that is not there any more. */
export function targetName({ targets }: BoardData, id: string): string | null {
  const found = targets.find((target) => target.id === id)
  return found ? either(found.indicator.shortNameZh, found.indicator.shortNameEn) : null
}
