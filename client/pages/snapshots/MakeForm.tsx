import { useRef, useState } from 'preact/hooks'
import type { Problem } from '../../../server/contract/problem.ts'
import { DayField } from '../../components/form/DayField.tsx'
import { type Faults, faultsOf, toFaults } from '../../components/form/faults.ts'
import { TextField } from '../../components/form/TextField.tsx'
import { toDate } from '../../format.ts'
import { textOf } from '../../i18n/language.ts'
import { type SnapshotsText, snapshotsText } from '../../i18n/snapshots.ts'
import { FIRST_DAY } from '../../layout/past.ts'
import { problemOf } from '../../state/use-answer.ts'
import { makeSnapshot } from './snapshots-data.ts'

interface Props {
  /** What time it is by the server. */
  now: string
  /** The number of the one that is being made; empty while none is. */
  making: string
  onBegun: (id: string) => void
  /** Someone else may have been faster. */
  onRefused: () => void
}

const LONGEST_TITLE = 100

/** The sentence about the whole; what is wrong with a field stands there. */
const refusalOf = ({ status, detail, errors }: Problem, text: SnapshotsText): string =>
  status === 0 ? text.network : errors ? '' : text.refused + detail

/** One step: a title, which can stay as it is, and a day for those who do not want it of now. */
export function MakeForm({ now, making, onBegun, onRefused }: Props) {
  const text = textOf(snapshotsText)
  const today = toDate(now)
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [day, setDay] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const [refusal, setRefusal] = useState('')
  const [isAsking, setAsking] = useState(false)
  const title = typed ?? text.nameOf(day || today)

  const refuse = (found: Faults, said: string): void => {
    setFaults(found)
    setRefusal(said)
    // Once it is marked on the page.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const make = async (): Promise<void> => {
    if (isAsking || making !== '') return
    const { length } = title.trim()
    const found = toFaults({
      titleZh: (length === 0 || length > LONGEST_TITLE) && text.nameNeeded,
      asOf: day > today && text.dayLate(today),
    })
    if (Object.keys(found).length > 0) return refuse(found, '')
    setAsking(true)
    setFaults({})
    setRefusal('')
    try {
      const { id } = await makeSnapshot(title.trim(), day)
      setTyped(null)
      setDay('')
      onBegun(id)
    } catch (error) {
      const problem = problemOf(error)
      refuse(faultsOf(problem), refusalOf(problem, text))
      onRefused()
    } finally {
      setAsking(false)
    }
  }
  const why = isAsking ? text.asking : making === '' ? '' : text.wait(making)
  return (
    <form
      ref={form}
      class="make-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <TextField label={text.name} value={title} fault={faults['titleZh']} onInput={setTyped} />
      <DayField
        label={text.day}
        hint={text.dayHint}
        fault={faults['asOf']}
        isOptional
        min={FIRST_DAY}
        max={today}
        value={day}
        onInput={setDay}
      />
      <div class="act">
        <button type="submit" class="button main" aria-disabled={why !== ''} aria-describedby="make-wait">
          {text.make}
        </button>
        <p id="make-wait" class="small aside">
          {why}
        </p>
      </div>
      <div role="alert" class="refusal">
        {refusal && <p class="form-refusal">{refusal}</p>}
      </div>
    </form>
  )
}
