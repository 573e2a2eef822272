import { isBlank } from './content.ts'
import type { CellProps } from './cell-props.ts'

/** Whether the figure is provisional. It stays in reach of the arrows where it cannot be changed. */
export function ProvisionalCell({ desk, state, content, isLocked, names }: CellProps) {
  const isOff = isLocked || isBlank(content) || content.missingReason !== null
  return (
    <input
      {...names}
      type="checkbox"
      class="tick"
      checked={content.provisional}
      aria-disabled={isOff}
      tabIndex={isLocked ? -1 : 0}
      onClick={(event) => {
        if (isOff) event.preventDefault()
      }}
      onChange={({ currentTarget }) => {
        if (isOff) currentTarget.checked = content.provisional
        else desk.change([{ key: state.key, content: { ...content, provisional: currentTarget.checked } }])
      }}
    />
  )
}
