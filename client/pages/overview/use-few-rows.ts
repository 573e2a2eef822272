import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../server/domain/labels.ts'
import { language } from '../../i18n/language.ts'

/** As many rows as stand beside the distribution on a screen of 1440 × 900; English names take more lines. */
const FEWEST: Record<Language, number> = { 'zh-CN': 8, en: 7 }
const MOST = 20
const SCREEN_PX = 900
const ROW_PX = 46

/** How many rows of the list fit on the screen: more on a higher one, never fewer than on one of 900 px. */
export function useFewRows(): number {
  const [height, setHeight] = useState(() => innerHeight)
  useEffect(() => {
    const measure = (): void => setHeight(innerHeight)
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  const more = Math.max(Math.floor((height - SCREEN_PX) / ROW_PX), 0)
  return Math.min(FEWEST[language.value] + more, MOST)
}
