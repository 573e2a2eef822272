import type { ComponentChildren } from 'preact'

interface Props {
  id?: string | undefined
  /** Ink reversed: it cannot go on as it is; accent: it is asked; plain: it is told. */
  tone: 'stop' | 'ask' | 'tell'
  tag: string
  children: ComponentChildren
}

/** One message under the row that it is about. */
export function Message({ id, tone, tag, children }: Props) {
  return (
    <div id={id} class={`message ${tone}`}>
      <span class="message-tag">{tag}</span>
      <div class="message-text">{children}</div>
    </div>
  )
}
