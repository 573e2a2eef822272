/** An instant in Shanghai, to the minute: 2026-03-18 10:42. */
export const toMinute = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  )
