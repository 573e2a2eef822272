import type { FigureText } from '../../server/domain/model.ts'
import { MISSING, toParts } from '../format.ts'
import { language } from '../i18n/language.ts'

interface Props {
  value: FigureText | null
  unit?: string
  signed?: boolean
  /** Width kept free after the point, in digits, so that a column lines up at it. */
  places: number
}

/** A figure for a column: whole part to the left of the point, the rest to the right of it. */
export function Figure({ value, unit = '', signed = false, places }: Props) {
  const parts = value === null ? undefined : toParts(value, { language: language.value, unit, signed })
  return (
    <span class={`figure places-${Math.min(places, 4)}`}>
      <span class="whole">{parts?.whole ?? value ?? MISSING}</span>
      <span class="fraction">
        {parts?.fraction}
        {parts?.scale && ` ${parts.scale}`}
      </span>
    </span>
  )
}
