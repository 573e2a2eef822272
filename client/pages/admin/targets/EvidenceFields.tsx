import { TextField } from '../../../components/form/TextField.tsx'
import type { Form } from '../../../components/form/use-form.ts'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { textOf } from '../../../i18n/language.ts'
import type { TargetValues } from './target-values.ts'

type Evidence = Pick<TargetValues, 'ownerZh' | 'clause' | 'quote' | 'sourceFile'>

interface Props<Values extends Evidence> {
  form: Form<Values>
  onChange: (part: Partial<Evidence>) => void
}

/** The plan's own words, where they stand, and who is responsible. */
export function EvidenceFields<Values extends Evidence>({ form, onChange }: Props<Values>) {
  const text = textOf(targetsText)
  const { values } = form
  return (
    <section class="section" aria-labelledby="evidence">
      <header>
        <h2 id="evidence">{text.evidence}</h2>
      </header>
      <div class="form-part">
        <TextField
          label={text.quote}
          hint={text.quoteHint}
          lines={3}
          value={values.quote}
          fault={form.faultAt('quote')}
          onInput={(quote) => onChange({ quote })}
        />
        <TextField
          label={text.clause}
          hint={text.clauseHint}
          value={values.clause}
          fault={form.faultAt('clause')}
          onInput={(clause) => onChange({ clause })}
        />
        <div class="form-row">
          <TextField
            label={text.owner}
            isOptional
            value={values.ownerZh}
            fault={form.faultAt('ownerZh')}
            onInput={(ownerZh) => onChange({ ownerZh })}
          />
          <TextField
            kind="code"
            label={text.source}
            value={values.sourceFile}
            fault={form.faultAt('sourceFile')}
            onInput={(sourceFile) => onChange({ sourceFile })}
          />
        </div>
      </div>
    </section>
  )
}
