import { either } from './i18n/language.ts'

/** What a region or theme is called, in the language of the page; an unknown code stands for itself. */
export function nameOf(list: readonly { code: string; nameZh: string; nameEn: string }[], code: string): string {
  const found = list.find((one) => one.code === code)
  return found ? either(found.nameZh, found.nameEn) : code
}

/** What a plan is called; an unknown code stands for itself. */
export function titleOf(plans: readonly { code: string; titleZh: string; titleEn: string }[], code: string): string {
  const found = plans.find((one) => one.code === code)
  return found ? either(found.titleZh, found.titleEn) : code
}
