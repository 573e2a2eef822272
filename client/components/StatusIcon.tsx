import type { JSX } from 'preact'
import type { Status } from '../../server/domain/words.ts'

/** Round is going, square is final and missed, diamond is the wrong way; the filled part falls with the path share. */
const SHAPES: Record<Status, JSX.Element> = {
  achieved: (
    <>
      <circle cx="8" cy="8" r="8" fill="currentColor" />
      <path class="glyph" d="m4.4 8.3 2.4 2.4 4.8-5" />
    </>
  ),
  'on-track': (
    <>
      <circle cx="8" cy="8" r="8" fill="currentColor" />
      <path class="glyph" d="M3.8 8h7.6M8.4 4.8 11.6 8l-3.2 3.2" />
    </>
  ),
  behind: (
    <>
      <circle cx="8" cy="8" r="6.9" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M8 3.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor" />
    </>
  ),
  'far-behind': (
    <>
      <circle cx="8" cy="8" r="6.9" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M8 8V3.2A4.8 4.8 0 0 1 12.8 8z" fill="currentColor" />
    </>
  ),
  'moving-away': (
    <>
      <path d="M8-.4 16.4 8 8 16.4-.4 8z" fill="currentColor" />
      <path class="glyph" d="M11.6 8H4.8M7.6 5.1 4.7 8l2.9 2.9" />
    </>
  ),
  missed: (
    <>
      <rect x=".5" y=".5" width="15" height="15" fill="currentColor" />
      <path class="glyph" d="m4.6 4.6 6.8 6.8M11.4 4.6l-6.8 6.8" />
    </>
  ),
  'no-data': (
    <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="2.7 1.7" />
  ),
  'not-assessable': (
    <>
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.7" />
      <path d="M12.6 3.4 3.4 12.6" fill="none" stroke="currentColor" stroke-width="1.7" />
    </>
  ),
}

interface Props {
  status: Status
  size?: 'small' | 'normal' | 'large'
}

/** The shape of a status; its word must stand beside it. */
export function StatusIcon({ status, size = 'normal' }: Props) {
  return (
    <svg class={`status-icon ${size} status-${status}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[status]}
    </svg>
  )
}
