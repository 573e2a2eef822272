import { en } from './import-en.ts'
import { zh } from './import-zh.ts'
import type { Catalogue } from './catalogue.ts'

export type ImportText = typeof zh

export const importText: Catalogue<ImportText> = { 'zh-CN': zh, en }
