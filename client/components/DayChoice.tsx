import { useRef, useState } from 'preact/hooks'

interface Props {
  label: string
  hint?: string
  day: string
  min: string
  max: string
  /** What is said of a day that is not between the two. */
  refusal: (min: string, max: string) => string
  onChoose: (day: string) => void
}

/** Keys that change the date one piece at a time; the days that it passes through on the way are not meant. */
const EDITING = /^([0-9]|Arrow(Up|Down)|Backspace|Delete)$/

/**
 * A day that acts as soon as it is chosen, and one that is typed on Enter or on leaving the field. It reads 2026-03-18
 * everywhere; the browser's own field, in its own order, shows while it is being changed.
 */
export function DayChoice({ label, hint, day, min, max, refusal, onChoose }: Props) {
  const typing = useRef(false)
  const [refused, setRefused] = useState(false)

  const choose = (input: HTMLInputElement): void => {
    typing.current = false
    const { value, validity } = input
    setRefused(!validity.valid)
    if (!validity.valid || !value) input.value = day
    else if (value !== day) onChoose(value)
  }

  return (
    <span class="day-choice">
      <label title={hint}>
        {label} {day}
        <input
          type="date"
          aria-label={label}
          min={min}
          max={max}
          value={day}
          onPointerDown={() => {
            typing.current = false
          }}
          onFocus={() => setRefused(false)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') choose(event.currentTarget)
            else if (EDITING.test(event.key)) typing.current = true
          }}
          onChange={(event) => typing.current || choose(event.currentTarget)}
          onBlur={(event) => typing.current && choose(event.currentTarget)}
        />
      </label>
      {refused && (
        <span class="refused" role="alert">
          {refusal(min, max)}
        </span>
      )}
    </span>
  )
}
