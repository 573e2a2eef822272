import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { formText } from '../../i18n/form.ts'
import { textOf } from '../../i18n/language.ts'
import './form.css'

export interface FieldProps {
  label: string
  /** What it is for and what to give, under the field. */
  hint?: ComponentChildren
  /** What is wrong, and what to do. */
  fault?: string | undefined
  isOptional?: boolean
}

/** What a control takes to belong to its label, its hint and its fault. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
  'aria-required': boolean
}

/** One control with its label above and its hint and fault below. */
export function Field({
  label,
  hint,
  fault,
  isOptional = false,
  size = 'whole',
  children,
}: FieldProps & { size?: 'whole' | 'short'; children: (control: ControlProps) => ComponentChildren }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div class={size === 'short' ? 'form-field short' : 'form-field'}>
      <label for={id}>
        {label}
        {isOptional && <small> {textOf(formText).optional}</small>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': fault !== undefined,
        'aria-required': !isOptional,
      })}
      <Fault id={`${id}-fault`} fault={fault} />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

export function Fault({ id, fault }: { id?: string; fault: string | undefined }) {
  if (fault === undefined) return null
  return (
    <p class="fault" id={id}>
      <span class="tag no">{textOf(formText).wrong}</span> {fault}
    </p>
  )
}
