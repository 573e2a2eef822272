import { useLocation } from 'preact-iso'
import { compareText } from '../../i18n/compare.ts'
import { textOf } from '../../i18n/language.ts'
import { CopyLink } from '../../components/CopyLink.tsx'
import { type Choices, SORTS, STEP, toAddress, type View, WAYS } from './address.ts'
import type { Names } from './compare-data.ts'
import { Pick } from './Pick.tsx'

interface Props {
  view: View
  choices: Choices
  names: Names
  /** Of how many regions an indicator or theme has targets. */
  regionsOf: (code: string) => number
}

/** What is compared, and of which milestone; every choice acts at once and is a new address. */
export function Controls({ view, choices, names, regionsOf }: Props) {
  const text = textOf(compareText)
  const { route } = useLocation()
  const { way, subject } = view
  const go = (part: Partial<View>): void => route(toAddress({ ...view, show: STEP, ...part }))
  const options = choices[way].map((code) => {
    const count = way === 'region' ? 0 : regionsOf(code)
    return { value: code, name: names[way](code) + (count > 1 ? text.severalRegions(count) : '') }
  })
  const plans = way === 'region' ? (choices.plans.get(subject) ?? []) : []
  return (
    <search class="cmp-controls screen-only" aria-label={text.controls}>
      <Pick
        label={text.compare}
        value={way}
        options={WAYS.map((one) => ({ value: one, name: text.ways[one] }))}
        onPick={(value) => {
          const next = WAYS.find((one) => one === value) ?? 'region'
          go({ way: next, subject: choices[next][0] ?? '', plan: '' })
        }}
      />
      <Pick
        label={text.subjects[way]}
        value={subject}
        options={options}
        onPick={(value) => go({ subject: value, plan: '' })}
      />
      {plans.length > 1 && (
        <Pick
          label={text.plan}
          value={view.plan}
          options={[
            { value: '', name: text.allPlans },
            ...plans.map((code) => ({ value: code, name: names.plan(code) })),
          ]}
          onPick={(value) => go({ plan: value })}
        />
      )}
      <Pick
        label={text.milestone}
        value={String(view.milestone)}
        options={[
          { value: 'next', name: text.next },
          ...choices.milestone.map((year) => ({ value: String(year), name: text.year(year) })),
        ]}
        onPick={(value) => go({ milestone: value === 'next' ? value : Number(value) })}
      />
      {way !== 'indicator' && (
        <Pick
          label={text.sort}
          value={view.sort}
          options={SORTS.map((sort) => ({ value: sort, name: text.sorts[sort] }))}
          onPick={(value) => go({ sort: SORTS.find((sort) => sort === value) ?? 'status' })}
        />
      )}
      <p class="links">
        <CopyLink />
      </p>
    </search>
  )
}
