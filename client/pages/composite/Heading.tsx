import type { ComponentChildren } from 'preact'
import { Phrases } from '../../components/Phrases.tsx'
import type { Composite } from '../../../server/contract/composite.ts'
import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { compositeText } from '../../i18n/composite.ts'
import { language, textOf } from '../../i18n/language.ts'
import { CopyLink } from '../../components/CopyLink.tsx'
import { csvAddress, toAddress, type View } from './address.ts'

interface Props {
  counts: Pick<Composite, 'total' | 'assessable' | 'kept'>
  scope: string
  children: ComponentChildren
}

/** The first sentence, and what must be known with it. */
export function Heading({ counts, scope, view, children }: Props & { view: View }) {
  const text = textOf(compositeText)
  return (
    <div class="lede">
      <h1>
        <Phrases of={text.lede(counts, view.milestone, scope)} />
      </h1>
      {children}
    </div>
  )
}

interface ToolsProps {
  view: View
  years: readonly number[]
  file: 'composite' | 'composite-targets'
}

/** Which milestone, and what the page can be taken along as. */
export function Tools({ view, years, file }: ToolsProps) {
  const text = textOf(compositeText)
  const choices: MilestoneChoice[] = [...years, 'next']
  return (
    <div class="composite-tools screen-only">
      <nav class="milestone-choice" aria-label={text.milestones}>
        <ul>
          {choices.map((milestone) => (
            <li key={milestone}>
              <a
                href={toAddress({ ...view, milestone })}
                aria-current={milestone === view.milestone ? 'page' : undefined}
              >
                {milestone === 'next' ? text.next : text.year(milestone)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ul class="take" aria-label={text.tools}>
        <li>
          <CopyLink />
        </li>
        <li>
          <a href={csvAddress(file, view)}>{text.csv}</a>
        </li>
      </ul>
    </div>
  )
}

/** To the section of the method that says it exactly. */
export function MethodLink() {
  return <a href={language.value === 'en' ? '/METHOD.md' : '/METHOD.zh-CN.md'}>{textOf(compositeText).how}</a>
}
