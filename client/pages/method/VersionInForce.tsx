import { useLocation } from 'preact-iso'
import { METHOD_VERSIONS, methodOn } from '../../../server/domain/method-versions.ts'
import { getHealth } from '../../api.ts'
import { toDate } from '../../format.ts'
import { textOf } from '../../i18n/language.ts'
import { methodText } from '../../i18n/method.ts'
import { nowOf, toDay } from '../../layout/past.ts'
import { useAnswer } from '../../state/use-answer.ts'

/** Which version of the method is explained, and which was in force on the day that is looked at. */
export function VersionInForce() {
  const text = textOf(methodText)
  const { query } = useLocation()
  const health = useAnswer('health', getHealth)
  const day = toDay(query['asOf'] ?? '') || toDate(nowOf(health))
  const newest = METHOD_VERSIONS.at(-1) ?? METHOD_VERSIONS[0]
  return <p class="version">{text.version(newest.version, day, methodOn(day).version)}</p>
}
