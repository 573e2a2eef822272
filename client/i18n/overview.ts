import type { Catalogue } from './catalogue.ts'
import { overviewEn } from './overview-en.ts'
import { overviewZh } from './overview-zh.ts'

export type { Scope } from './overview-words.ts'

export const overviewText: Catalogue<typeof overviewZh> = { 'zh-CN': overviewZh, en: overviewEn }
