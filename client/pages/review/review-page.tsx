import { useLocation } from 'preact-iso'
import { OnlyFor } from '../../components/OnlyFor.tsx'
import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'
import { useReviews } from './use-reviews.ts'
import { toView } from './view.ts'
import './review.css'
import './review-narrow.css'

/** What changes if I approve this? */
export function ReviewPage() {
  useTitle(textOf(reviewText).title)
  return (
    <OnlyFor roles={['reviewer']}>
      <Reviews />
    </OnlyFor>
  )
}

function Reviews() {
  const { query } = useLocation()
  const { data, problem, reload } = useReviews()
  if (data !== undefined) return <ReviewDesk data={data} view={toView(query)} reload={reload} />
  return problem === undefined ? <Waiting slow /> : <Trouble problem={problem} retry={() => void reload()} />
}
