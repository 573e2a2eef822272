import { STATUS_LABELS } from '../../server/domain/labels.ts'
import type { Status } from '../../server/domain/words.ts'
import { say } from '../i18n/language.ts'
import { StatusIcon } from './StatusIcon.tsx'

interface Props {
  status: Status
  size?: 'small' | 'normal' | 'large'
}

/** Icon and word: the colour is the icon's, the word stays ink. */
export function StatusWord({ status, size = 'normal' }: Props) {
  return (
    <span class={`status-word ${size}`}>
      <StatusIcon status={status} size={size} />
      <span>{say(STATUS_LABELS[status])}</span>
    </span>
  )
}
