import { useEffect, useRef, useState } from 'preact/hooks'
import type { Sheet } from '../../../server/contract/entry.ts'
import type { User } from '../../../server/domain/access.ts'
import { createDesk, type Desk } from './desk.ts'

/** A desk for this sheet and person, who stay what they are as long as the page does; null until it stands. */
export function useDesk(sheet: Sheet, user: User): Desk | null {
  const [desk, setDesk] = useState<Desk | null>(null)
  const { username } = user
  const mayEnter = user.role === 'reporter' && user.regionCode === sheet.regionCode
  // A newer answer of the same sheet is taken by the desk that stands.
  const first = useRef(sheet)
  useEffect(() => {
    const opened = createDesk(first.current, username, mayEnter)
    setDesk(opened)
    return opened.close
  }, [username, mayEnter])
  useEffect(() => {
    if (desk !== null && desk.sheet !== sheet) desk.rows.refresh(sheet)
  }, [desk, sheet])
  return desk
}
