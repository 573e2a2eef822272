import type { ComponentChildren } from 'preact'
import type { RollUpChart } from '../../charts/roll-up-option.ts'
import { textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'

function Entry({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <li>
      <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  )
}

/** Explains the marks that are there, and no others. */
export function RollUpKey({ chart: { own, rolledUp } }: { chart: RollUpChart }) {
  const { key } = textOf(regionsText)
  return (
    <ul class="roll-up-key">
      {own.length > 0 && (
        <Entry words={key.own}>
          <path class="own" d="M0 6h28" />
          <circle class="own filled" cx="14" cy="6" r="4" />
        </Entry>
      )}
      {own.some(({ isHollow }) => isHollow) && (
        <Entry words={key.ownProvisional}>
          <circle class="own hollow" cx="14" cy="6" r="4" />
        </Entry>
      )}
      {rolledUp.length > 0 && (
        <Entry words={key.rolledUp}>
          <path class="below" d="M0 6h28" />
          <path class="below filled" d="M10 2h8v8h-8z" />
        </Entry>
      )}
      {rolledUp.some(({ isHollow }) => isHollow) && (
        <Entry words={key.part}>
          <path class="below hollow" d="M10 2h8v8h-8z" />
        </Entry>
      )}
    </ul>
  )
}
