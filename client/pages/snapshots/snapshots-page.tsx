import { useRoute } from 'preact-iso'
import { OnlyFor } from '../../components/OnlyFor.tsx'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { useTitle } from '../../layout/use-title.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { AllSnapshots } from './AllSnapshots.tsx'
import { ComparedSnapshots } from './ComparedSnapshots.tsx'
import { OneSnapshot } from './OneSnapshot.tsx'
import '../../components/desk.css'
import './snapshots.css'

const NUMBER = /^[1-9][0-9]{0,8}$/

/** Snapshots, for auditors: all of them, one, or the difference between two. */
export function SnapshotsPage() {
  const { part } = useRoute().params
  const text = textOf(snapshotsText)
  const isOne = part !== undefined && NUMBER.test(part)
  useTitle(isOne ? text.pageTitle(part) : part === 'compare' ? text.diffTitle : text.title)
  if (part !== undefined && part !== 'compare' && !isOne) return <NotFoundPage />
  return (
    <OnlyFor roles={['auditor']}>
      {isOne ? <OneSnapshot key={part} id={part} /> : part === 'compare' ? <ComparedSnapshots /> : <AllSnapshots />}
    </OnlyFor>
  )
}
