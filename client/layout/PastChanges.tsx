import { getChanges } from '../api.ts'
import { changesText } from '../i18n/changes.ts'
import { textOf } from '../i18n/language.ts'
import { useAnswer } from '../state/use-answer.ts'

/** What of all changes is told: of the target on the page, or of what its filters leave. */
export interface PastScope {
  target?: string
  region?: string
  plan?: string
}

/** How much became known after the day that is looked at, in one sentence; nothing until it is counted. */
export function PastChanges({ asOf, scope }: { asOf: string; scope: PastScope }) {
  const text = textOf(changesText)
  const { target, region, plan } = scope
  const key = `past ${asOf} ${target ?? ''} ${region ?? ''} ${plan ?? ''}`
  const answer = useAnswer(key, (signal) => getChanges({ since: asOf, ...scope, brief: '1' }, signal))
  if (answer.state !== 'ready') return null
  const { counts, method } = answer.value
  const opening = target ? text.sincePastTarget : region || plan ? text.sincePastFiltered : text.sincePast
  const counted = [...text.others(counts), ...text.turned(counts)]
  const parts = counted.length > 0 ? counted : [text.nothing]
  return (
    <>
      {opening}
      {text.colon}
      {[...parts, text.method(method.before.version, method.after.version)].join(text.comma)}
      {text.stop}
    </>
  )
}
