import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { CUT_OFFS, toPathStatus } from '../../../server/domain/path.ts'
import { toFraction } from '../../../server/domain/decimal.ts'
import type { Status } from '../../../server/domain/words.ts'
import { toShare } from '../../format.ts'
import { language, say } from '../../i18n/language.ts'
import type { TargetText } from '../../i18n/target-zh.ts'

interface Props {
  share: number
  text: TargetText
}

const LOW = -0.15
const HIGH = 1.2
const CUTS = [CUT_OFFS['far-behind'], CUT_OFFS.behind, CUT_OFFS['on-track']].map((cut) => cut.valueOf())
const ZONES: { status: Status; from: number; to: number }[] = [
  { status: 'moving-away', from: LOW, to: CUTS[0] ?? 0 },
  { status: 'far-behind', from: CUTS[0] ?? 0, to: CUTS[1] ?? 0 },
  { status: 'behind', from: CUTS[1] ?? 0, to: CUTS[2] ?? 0 },
  { status: 'on-track', from: CUTS[2] ?? 0, to: HIGH },
]

const place = (share: number): number => ((Math.min(Math.max(share, LOW), HIGH) - LOW) / (HIGH - LOW)) * 100

/** Where the share stands between the cut-offs; a share off the ruler stands at its end, its number says how far. */
export function ShareRuler({ share, text }: Props) {
  const zone = toPathStatus(toFraction(share.toFixed(4)))
  const at = place(share)
  return (
    <div class="ruler" role="img" aria-label={text.status.ruler(toShare(share), say(STATUS_LABELS[zone]))}>
      <div class="scale" aria-hidden="true">
        {CUTS.map((cut) => (
          <span key={cut} style={{ left: `${place(cut)}%` }}>
            {cut === 0 ? '0' : cut.toFixed(2)}
          </span>
        ))}
      </div>
      <svg class="zones" width="100%" height="22" aria-hidden="true">
        {ZONES.map(({ status, from, to }) => (
          <rect
            key={status}
            class={status === zone ? `zone here status-${status}` : `zone status-${status}`}
            x={`${place(from)}%`}
            width={`${place(to) - place(from)}%`}
            y="10"
            height="8"
          />
        ))}
        {CUTS.map((cut) => (
          <line key={cut} class="cut" x1={`${place(cut)}%`} x2={`${place(cut)}%`} y1="6" y2="22" />
        ))}
        <svg x={`${at}%`} overflow="visible">
          <path class="mark" d="M-6 0h12l-6 9z" />
        </svg>
      </svg>
      <div class="names" aria-hidden="true">
        {ZONES.filter(({ status }) => status !== 'moving-away' || status === zone).map(({ status, from, to }) => (
          <span key={status} class={status === zone ? 'here' : ''} style={nameStyle(status, from, to)}>
            {say(STATUS_LABELS[status])}
          </span>
        ))}
      </div>
      <span class="visually-hidden" lang={language.value} />
    </div>
  )
}

/** A name stands in the middle of its zone; the outer ones, in narrow zones, stand at the ruler's ends. */
function nameStyle(status: Status, from: number, to: number): Record<string, string> {
  if (status === 'moving-away') return { left: '0' }
  if (status === 'on-track') return { right: '0' }
  return { left: `${(place(from) + place(to)) / 2}%`, transform: 'translateX(-50%)' }
}
