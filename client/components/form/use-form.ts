import { useEffect, useState } from 'preact/hooks'
import { ProblemError } from '../../api.ts'
import { formText } from '../../i18n/form.ts'
import { textOf } from '../../i18n/language.ts'
import { type Faults, faultsOf, withoutChanged } from './faults.ts'

/** What a form is about. */
export interface FormWork<Values, Result> {
  first: Values
  /** What contradicts itself; said while one types. */
  contradictions?: (values: Values) => Faults
  /** What is still missing or not well formed; said once one has tried to send. */
  lacking: (values: Values) => Faults
  send: (values: Values) => Promise<Result>
  onDone: (result: Result) => void
  /** Someone else was faster. What is typed stays; the caller looks up what it is now. */
  onConflict?: () => void
}

export interface Form<Values> {
  values: Values
  change: (part: Partial<Values>) => void
  /** What is said at the field of this path; whatever no field asks for stands at the foot of the form. */
  faultAt: (path: string) => string | undefined
  /** The same of the field and all its parts. */
  faultWithin: (path: string) => string | undefined
  /** What no field says. */
  unplaced: () => string[]
  /** How many faults there are, once one has tried to send. */
  count: number
  /** What is wrong with the whole; empty while nothing is. */
  refusal: string
  isBusy: boolean
  submit: (event: Event) => void
  /** Begins anew with these. */
  renew: (values: Values) => void
}

/** Holds what is typed until it is taken. An error loses nothing; the first field that is wrong gets the focus. */
export function useForm<Values extends object, Result>(work: FormWork<Values, Result>): Form<Values> {
  const text = textOf(formText)
  const [values, setValues] = useState(work.first)
  const [refused, setRefused] = useState<Faults>({})
  const [refusal, setRefusal] = useState('')
  const [attempts, setAttempts] = useState(0)
  const [isBusy, setBusy] = useState(false)
  // A new object each time that something is refused.
  const [refusedIn, setRefusedIn] = useState<{ form: EventTarget | null }>({ form: null })
  const [isChanged, setChanged] = useState(false)
  useWarning(isChanged)

  const lacking = attempts > 0 ? work.lacking(values) : {}
  const faults: Faults = { ...refused, ...lacking, ...work.contradictions?.(values) }
  const placed = new Set<string>()

  useEffect(() => {
    if (refusedIn.form instanceof HTMLFormElement) focusFirst(refusedIn.form)
  }, [refusedIn])

  const refuse = (error: unknown, at: EventTarget | null): void => {
    const problem = error instanceof ProblemError ? error.problem : undefined
    if (problem?.status === 409) work.onConflict?.()
    setRefused(problem ? faultsOf(problem) : {})
    setRefusal(problem === undefined || problem.status === 0 ? text.network : saying(problem.status, problem.detail))
    setAttempts((count) => count + 1)
    setRefusedIn({ form: at })
  }
  const saying = (status: number, detail: string): string =>
    status === 400 ? text.refused : status === 401 ? text.ended : status >= 500 ? text.server : detail

  const submit = (event: Event): void => {
    event.preventDefault()
    if (isBusy) return
    const at = event.currentTarget
    setRefused({})
    setRefusal('')
    const isFaulty = Object.keys({ ...work.lacking(values), ...work.contradictions?.(values) }).length > 0
    if (isFaulty) {
      setAttempts(attempts + 1)
      setRefusedIn({ form: at })
      return
    }
    setBusy(true)
    work
      .send(values)
      .then(
        (result) => {
          setChanged(false)
          setAttempts(0)
          work.onDone(result)
        },
        (error: unknown) => refuse(error, at),
      )
      .finally(() => setBusy(false))
  }

  return {
    values,
    change: (part) => {
      setChanged(true)
      setValues((before) => ({ ...before, ...part }))
      setRefused((before) => withoutChanged(before, Object.keys(part)))
    },
    faultAt: (path) => {
      placed.add(path)
      return faults[path]
    },
    faultWithin: (path) => {
      const found = Object.keys(faults).filter((one) => one === path || one.startsWith(`${path}.`))
      for (const one of found) placed.add(one)
      return found[0] === undefined ? undefined : faults[found[0]]
    },
    unplaced: () => Object.entries(faults).flatMap(([path, said]) => (placed.has(path) ? [] : [said])),
    count: attempts > 0 ? Object.keys(faults).length : 0,
    refusal,
    isBusy,
    submit,
    renew: (next) => {
      setValues(next)
      setChanged(false)
      setAttempts(0)
      setRefused({})
    },
  }
}

/** Leads to what is to be changed first, or to what is said of the whole. */
function focusFirst(form: HTMLFormElement): void {
  const wrong =
    form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.querySelector<HTMLElement>('.form-refusal')
  wrong?.focus()
}

/** The browser asks before what is typed goes away with the page. */
function useWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return
    const warn = (event: Event): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isChanged])
}
