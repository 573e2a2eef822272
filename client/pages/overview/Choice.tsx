import { useMemo } from 'preact/hooks'

interface Props {
  label: string
  value: string
  /** The word for no choice. */
  all: string
  /** Drawn anew only when it is another list. */
  options: readonly { value: string; name: string }[]
  onChoose: (value: string) => void
}

export function Choice({ label, value, all, options, onChoose }: Props) {
  const drawn = useMemo(
    () =>
      options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      )),
    [options],
  )
  return (
    <label class={value ? 'choice active' : 'choice'}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {drawn}
      </select>
    </label>
  )
}
