import { useLocation } from 'preact-iso'
import type { SnapshotDetail } from '../../../server/contract/snapshot.ts'
import { CopyText } from '../../components/CopyText.tsx'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { snapshotAddress, zipAddress } from './addresses.ts'
import { type Check, SYSTEMS, type System, systemOf, toChecks, zipName } from './check-steps.ts'

/** How it is checked without us: each question, its commands, what they should say. */
export function CheckList({ made }: { made: SnapshotDetail }) {
  const text = textOf(snapshotsText)
  const { query } = useLocation()
  const system = SYSTEMS.find((one) => one === query['system']) ?? systemOf(navigator.userAgent)
  return (
    <section class="section">
      <header>
        <h2>{text.check}</h2>
        <span class="small aside">{text.checkHint}</span>
        <ul class="presets more" aria-label={text.systemsLabel}>
          {SYSTEMS.map((one) => (
            <li key={one}>
              <a href={snapshotAddress(made.id, one)} aria-current={one === system ? 'true' : undefined}>
                {text.systems[one]}
              </a>
            </li>
          ))}
        </ul>
      </header>
      <ol class="checks">
        {toChecks(made, system).map((check) => (
          <Step key={check.name} check={check} system={system} made={made} />
        ))}
      </ol>
    </section>
  )
}

interface StepProps {
  check: Check
  system: System
  made: SnapshotDetail
}

function Step({ check: { name, commands, answer }, system, made: { earlier, keyDerSha256 } }: StepProps) {
  const text = textOf(snapshotsText)
  const [question, how] = text.checks[name]
  return (
    <li>
      <p>
        <b>{question}</b> {name === 'whole' && system === 'windows' ? text.wholeWindows : how}
        {name === 'signed' && system === 'windows' && text.space + text.opensslWindows}
        {name === 'history' && earlier && (
          <>
            {text.space}
            {text.earlierZip(earlier.id)} <a href={zipAddress(earlier.id)}>{zipName(earlier.folder)}</a>
          </>
        )}
      </p>
      {commands.map((command) => (
        <div key={command} class="command">
          <code>{command}</code>
          <CopyText value={command} of={`${text.command} ${command}`} />
        </div>
      ))}
      {answer !== undefined && (
        <p class="answer">
          <span class="small aside">{text.answers}</span> <code>{answer}</code>
        </p>
      )}
      {name === 'key' && keyDerSha256 !== null && (
        <p class="also">
          <span class="small aside">{text.keyInLog}</span> <code>{keyDerSha256}</code>
        </p>
      )}
    </li>
  )
}
