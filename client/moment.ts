import type { Language } from '../server/domain/labels.ts'

/** An instant in Shanghai, to the minute: 3 月 14 日 10:42, 14 March, 10:42. */
export const toMoment = (instant: string, language: Language): string => {
  const parts = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: language === 'en' ? 'long' : 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? ''
  const clock = `${part('hour')}:${part('minute')}`
  return language === 'en'
    ? `${part('day')} ${part('month')} ${part('year')}, ${clock}`
    : `${part('year')} 年 ${part('month')} 月 ${part('day')} 日 ${clock}`
}

/** The time of day in Shanghai, as every other time on the pages: 10:42:07. */
export const toClock = (date: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(date)
