import type { Catalogue } from './catalogue.ts'

const zh = {
  showAll: (rows: number) => `显示全部 ${rows} 行`,
}

const en: typeof zh = {
  showAll: (rows) => `Show all ${rows} rows`,
}

export const limitedText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
