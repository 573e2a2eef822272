import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { OnlyFor } from '../../components/OnlyFor.tsx'
import { Told } from '../../components/form/Told.tsx'
import { type AdminPart, adminText } from '../../i18n/admin.ts'
import { textOf } from '../../i18n/language.ts'
import { useTitle } from '../../layout/use-title.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { AccountsPart } from './accounts/accounts-part.tsx'
import { adminAddress, opensForm } from './address.ts'
import { IndicatorsPart } from './reference/indicators-part.tsx'
import { PlansPart } from './reference/plans-part.tsx'
import { RoundsPart } from './rounds/rounds-part.tsx'
import { TargetsPart } from './targets/targets-part.tsx'
import { told } from './told.ts'
import { WeightsPart } from './weights/weights-part.tsx'
import '../../components/desk.css'
import './admin.css'

const PARTS = {
  rounds: RoundsPart,
  accounts: AccountsPart,
  targets: TargetsPart,
  weights: WeightsPart,
  indicators: IndicatorsPart,
  plans: PlansPart,
} as const satisfies Record<AdminPart, unknown>
const NAMES: readonly AdminPart[] = ['rounds', 'accounts', 'targets', 'weights', 'indicators', 'plans']

/** Everything that administrators keep; begins with the rounds, which are kept most often. */
export function AdminPage() {
  const text = textOf(adminText)
  const { params } = useRoute()
  const { query } = useLocation()
  const asked = params['part']
  const part = asked === undefined ? 'rounds' : NAMES.find((name) => name === asked)
  const isBegun = opensForm(query)
  useTitle(part === undefined ? text.title : `${text.part[part]} · ${text.title}`)
  useEffect(() => {
    if (isBegun) told.value = ''
  }, [isBegun])
  useEffect(
    () => () => {
      told.value = ''
    },
    [part],
  )
  if (part === undefined) return <NotFoundPage />
  const Part = PARTS[part]
  return (
    <OnlyFor roles={['administrator']}>
      <div class="admin">
        <nav class="admin-parts" aria-label={text.parts}>
          <ul>
            {NAMES.map((name) => (
              <li key={name}>
                <a href={adminAddress(name)} aria-current={name === part ? 'page' : undefined}>
                  {text.part[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Told>{told.value}</Told>
        <Part />
      </div>
    </OnlyFor>
  )
}
