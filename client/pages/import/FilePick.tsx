import { useId } from 'preact/hooks'

interface Props {
  label: string
  /** The one next step of the page. */
  isMain?: boolean
  describedBy?: string
  onFiles: (files: readonly File[]) => void
}

/** Old spreadsheets can be chosen too: what they are to be saved as is told when they are. */
const ACCEPTED = '.xlsx,.csv,.xls,.et,.xlsm,.ods'

/** The browser's own field for a file, under a label in the page's words. */
export function FilePick({ label, isMain = false, describedBy, onFiles }: Props) {
  const id = useId()
  return (
    <span class="file-pick">
      <input
        id={id}
        class="visually-hidden"
        type="file"
        accept={ACCEPTED}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // So that the same file, mended, can be chosen again.
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <label for={id} class={isMain ? 'button main' : 'button'}>
        {label}
      </label>
    </span>
  )
}
