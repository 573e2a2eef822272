interface Props {
  label: string
  value: string
  options: readonly { value: string; name: string }[]
  onPick: (value: string) => void
}

export function Pick({ label, value, options, onPick }: Props) {
  return (
    <label class="pick">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}
