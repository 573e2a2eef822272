import { effect, signal } from '@preact/signals'
import type { Catalogue } from './catalogue.ts'
import { type Label, LANGUAGES, type Language } from '../../server/domain/labels.ts'

const STORED = 'tanbiao.language'

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((language) => language === text)

const stored = (): string | null => {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null // storage may be forbidden; the page works without it
  }
}

/** `?lang=en` wins over what this browser chose before; Chinese is the default. */
const first = (): Language => {
  const asked = new URLSearchParams(location.search).get('lang')
  const wanted = asked === 'zh' ? 'zh-CN' : asked
  if (isLanguage(wanted)) return wanted
  const before = stored()
  return isLanguage(before) ? before : 'zh-CN'
}

/** The language of the page. Read `.value` while rendering and the component follows every switch. */
export const language = signal<Language>(first())

effect(() => {
  document.documentElement.lang = language.value
  try {
    localStorage.setItem(STORED, language.value)
  } catch {
    // see `stored`
  }
})

/** A label of server/domain/labels.ts in the language of the page. */
export const say = (label: Label): string => label[language.value]

export type { Catalogue }

export const textOf = <Text>(catalogue: Catalogue<Text>): Text => catalogue[language.value]

/** One of a pair of fields such as `nameZh` and `nameEn`. */
export const either = (zh: string, en: string): string => (language.value === 'en' ? en || zh : zh)
