import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { sessionEnded } from '../../state/ended.ts'
import type { Desk } from './desk.ts'
import { Leftovers } from './Leftovers.tsx'

/** What keeps figures from the server, and where they are meanwhile; what an earlier page left behind and is back. */
export function ConnectionNotice({ desk }: { desk: Desk }) {
  const text = textOf(entryText)
  const unsent = useMemo(
    () => computed(() => desk.rows.list.value.filter(({ value }) => value.unsent !== null).length),
    [desk],
  ).value
  const link = desk.sender.link.value
  const found = desk.outbox.found.value
  const said = {
    fine: '',
    cut: unsent === 0 ? text.cutNone : text.cut(unsent),
    failing: text.failing(unsent),
    'signed-out': text.signedOut(unsent),
  }[link]
  return (
    <>
      <div role="status" class="link-status">
        {said !== '' && (
          <div class="notice stop">
            <span>{said}</span>
            <button
              type="button"
              class="button small"
              onClick={() => {
                if (link === 'signed-out') sessionEnded.value = true
                else void desk.sender.flush()
              }}
            >
              {link === 'signed-out' ? text.signIn : text.retry}
            </button>
          </div>
        )}
        {found !== null && found > 0 && (
          <div class="notice">
            <span>{text.found(found)}</span>
            <button
              type="button"
              class="button small"
              onClick={() => {
                desk.outbox.found.value = 0
              }}
            >
              {text.dismiss}
            </button>
          </div>
        )}
        {!desk.outbox.isKept.value && <p class="notice stop">{text.notKept}</p>}
      </div>
      <Leftovers desk={desk} />
    </>
  )
}
