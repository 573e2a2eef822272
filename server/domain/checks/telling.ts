import type { Language } from '../labels.ts'

/** What a check found. */
export interface Finding {
  code: 'future-year' | 'measure-does-not-fit' | 'not-built-or-not'
  severity: 'malformed' | 'refused' | 'asked'
}

const SENTENCES: Readonly<Record<Finding['code'], Record<Language, string>>> = {
  'future-year': { 'zh-CN': '这一年还没有到。', en: 'This year has not come yet.' },
  'measure-does-not-fit': { 'zh-CN': '计量方式与指标不符。', en: 'The measure does not fit the indicator.' },
  'not-built-or-not': { 'zh-CN': '请填 0 或 1。', en: 'Give 0 or 1.' },
}

export const tellFinding = ({ code }: Finding, language: Language): string => SENTENCES[code][language]
