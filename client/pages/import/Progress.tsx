import { ReadingProgress } from './ReadingProgress.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'
import type { Import } from './use-import.ts'

/** How far it is, or what did not come about; stands where the last step was taken. */
export function Progress({ work }: { work: Import }) {
  return (
    <>
      <div role="alert">{work.refused !== null && <RefusalNotice {...work.refused} />}</div>
      <ReadingProgress reading={work.reading} onCancel={work.cancel} />
    </>
  )
}
