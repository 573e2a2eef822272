import type { Catalogue } from './catalogue.ts'
import { en } from './target-en.ts'
import { type TargetText, zh } from './target-zh.ts'

export const targetText: Catalogue<TargetText> = { 'zh-CN': zh, en }
