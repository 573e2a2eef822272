import { useState } from 'preact/hooks'
import { textOf } from '../i18n/language.ts'
import { takeAlongText } from '../i18n/take-along.ts'
import type { PictureFormat } from '../pictures/save-picture.ts'
import './take-along.css'

interface Props {
  /** The file's name without its ending: what it shows, of which milestone, as known on which day. */
  name: string
  /** Stands above the drawing in the picture. */
  title: string
  /** Stand below it: unit, source, day as known on which, sample mark. Empty ones are left out. */
  notes: readonly string[]
  /** The drawing, asked for when it is wanted and while the page is light; null while there is none. */
  drawing: () => SVGSVGElement | null
  /** Where the figures of the drawing can be had as a table. */
  csv?: string | undefined
}

const FORMATS: readonly PictureFormat[] = ['png', 'svg']

/** A chart as a file: a picture that says what it shows, from where and when, and its figures as a table. */
export function TakeAlong({ name, title, notes, drawing, csv }: Props) {
  const text = textOf(takeAlongText)
  const [told, setTold] = useState('')
  const take = async (format: PictureFormat): Promise<void> => {
    setTold(text.making)
    const program = await import('../pictures/save-picture.ts').catch(() => undefined)
    if (!program) return setTold(text.notLoaded)
    const saved = await program.savePicture(format, name, { title, notes }, drawing)
    setTold(text.told[saved](`${name}.${format}`))
  }
  return (
    <div class="take-along screen-only" role="group" aria-label={text.group(title)}>
      <span aria-hidden="true">{text.take}</span>
      {FORMATS.map((format) => (
        <button key={format} type="button" class="as-link" onClick={() => void take(format)}>
          {text.format[format]}
        </button>
      ))}
      {csv !== undefined && <a href={csv}>{text.csv}</a>}
      <span class="told" role="status">
        {told}
      </span>
    </div>
  )
}
