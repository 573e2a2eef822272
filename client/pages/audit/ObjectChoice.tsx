import { auditText } from '../../i18n/audit.ts'
import { OBJECT_KINDS } from '../../i18n/audit-words.ts'
import { either, say, textOf } from '../../i18n/language.ts'
import { Choice } from '../overview/Choice.tsx'
import { objectAddress } from './asked.ts'
import type { AuditNames } from './audit-data.ts'
import { kindOf, objectsOfKind } from './objects.ts'

interface Props {
  names: AuditNames
  /** A path, or the beginning of one that ends in `/*`; empty for everything. */
  object: string
  onChoose: (object: string) => void
}

/** What the lines are about: a kind of object, and of figures the region and the indicator, of others which one. */
export function ObjectChoice({ names, object, onChoose }: Props) {
  const text = textOf(auditText)
  const kind = kindOf(object)
  const kinds = Object.entries(OBJECT_KINDS).map(([value, label]) => ({ value, name: say(label) }))
  const ones = kind === undefined ? [] : objectsOfKind(kind, names)
  const isOne = object !== '' && !object.endsWith('/*')
  return (
    <>
      <Choice
        label={text.kind}
        value={kind ?? ''}
        all={text.any}
        options={kinds}
        onChoose={(chosen) => onChoose(chosen === '' ? '' : `${chosen}/*`)}
      />
      {kind === 'observation' && <FigureChoice names={names} object={object} onChoose={onChoose} />}
      {kind !== undefined && ones.length > 0 && (
        <Choice
          label={text.which}
          value={isOne ? object : ''}
          all={text.any}
          options={ones}
          onChoose={(chosen) => onChoose(chosen === '' ? `${kind}/*` : chosen)}
        />
      )}
      {isOne && <a href={objectAddress(object)}>{text.life}</a>}
    </>
  )
}

/** Figures are chosen by region, and within one by indicator. */
function FigureChoice({ names, object, onChoose }: Props) {
  const text = textOf(auditText)
  const [region = '', indicator = ''] = object
    .split('/')
    .slice(1)
    .map((part) => (part === '*' ? '' : part))
  return (
    <>
      <Choice
        label={text.region}
        value={region}
        all={text.any}
        options={names.regions.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
        onChoose={(code) => onChoose(code === '' ? 'observation/*' : `observation/${code}/*`)}
      />
      {region !== '' && (
        <Choice
          label={text.indicator}
          value={indicator}
          all={text.any}
          options={[...names.indicators.values()].map((one) => ({
            value: one.code,
            name: either(one.shortNameZh, one.shortNameEn),
          }))}
          onChoose={(code) => onChoose(code === '' ? `observation/${region}/*` : `observation/${region}/${code}/*`)}
        />
      )}
    </>
  )
}
