import type { Catalogue } from './catalogue.ts'
import { en } from './report-en.ts'
import { type ReportText, zh } from './report-zh.ts'

export const reportText: Catalogue<ReportText> = { 'zh-CN': zh, en }
