import { en } from './entry-en.ts'
import { zh } from './entry-zh.ts'
import type { Catalogue } from './catalogue.ts'

export type EntryText = typeof zh

export const entryText: Catalogue<EntryText> = { 'zh-CN': zh, en }
