interface Props {
  label: string
  value: string
  /** The word for no choice. */
  all: string
  options: readonly { value: string; name: string }[]
  onChoose: (value: string) => void
}

export function Choice({ label, value, all, options, onChoose }: Props) {
  return (
    <label class={value ? 'choice active' : 'choice'}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}
