import type { CellProps } from './cell-props.ts'

interface Props extends Omit<CellProps, 'isRefused'> {
  field: 'source' | 'note'
  placeholder?: string
  maxLength: number
}

/** Source or note: as long as it needs to be. */
export function TextCell({ desk, state, content, isLocked, names, describedBy, field, placeholder, maxLength }: Props) {
  return (
    <textarea
      {...names}
      class="text-input"
      rows={1}
      maxLength={maxLength}
      readOnly={isLocked}
      tabIndex={isLocked ? -1 : 0}
      aria-describedby={describedBy}
      placeholder={isLocked ? undefined : placeholder}
      value={content[field]}
      onInput={({ currentTarget }) => desk.type(state.key, { [field]: currentTarget.value })}
    />
  )
}
