import type { Catalogue } from './catalogue.ts'
import { regionsEn } from './regions-en.ts'
import { regionsZh } from './regions-zh.ts'

export type RegionsText = typeof regionsZh
export const regionsText: Catalogue<RegionsText> = { 'zh-CN': regionsZh, en: regionsEn }
