import type { Indicator } from '../../../server/contract/reference.ts'
import { ROUND_KIND_LABELS } from '../../../server/domain/detail-labels.ts'
import { toYear } from '../../format.ts'
import { auditText } from '../../i18n/audit.ts'
import { OBJECT_KINDS, type ObjectKind } from '../../i18n/audit-words.ts'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { toldMeasure } from '../../components/told-figure.ts'
import { nameOf, titleOf } from '../../names.ts'
import type { AuditNames } from './audit-data.ts'

const isKind = (word: string): word is ObjectKind => word in OBJECT_KINDS

/** The first part of an object's path; undefined where it is none that has a word. */
export function kindOf(object: string): ObjectKind | undefined {
  const kind = object.split('/')[0] ?? ''
  return isKind(kind) ? kind : undefined
}

/** What comes after the kind. */
const restOf = (object: string): string => object.slice(object.indexOf('/') + 1)

/** The indicator whose figures or promise an object is; undefined for others. */
export function indicatorOf(object: string, names: AuditNames): Indicator | undefined {
  const [kind, first = '', second = ''] = object.split('/')
  if (kind === 'observation') return names.indicators.get(second)
  if (kind === 'target') return names.indicators.get(names.targets.get(first)?.indicatorCode ?? '')
  return undefined
}

const indicatorName = (names: AuditNames, code: string): string => {
  const indicator = names.indicators.get(code)
  return indicator ? either(indicator.shortNameZh, indicator.shortNameEn) : code
}

const targetName = (names: AuditNames, id: string): string => {
  const target = names.targets.get(id)
  if (target === undefined) return id
  const title = titleOf(names.plans, target.planCode)
  return [nameOf(names.regions, target.regionCode), indicatorName(names, target.indicatorCode), title].join(' · ')
}

export const personName = (names: AuditNames, username: string): string => {
  if (username === 'tanbiao') return textOf(auditText).program
  return names.actors.get(username)?.displayName ?? username
}

function roundName(names: AuditNames, id: string): string {
  const round = names.rounds.find((one) => String(one.id) === id)
  return round ? `${toYear(round.year, language.value)} ${say(ROUND_KIND_LABELS[round.kind])}` : id
}

/** What a person calls the object: indicator, region and year of a figure, the name of an account; else its path. */
export function toldObject(object: string, names: AuditNames): string {
  const rest = restOf(object)
  const [first = '', second = '', year = '', measure = ''] = rest.split('/')
  switch (kindOf(object)) {
    case 'observation': {
      const told = toldMeasure({ measure }, language.value)
      const parts = [nameOf(names.regions, first), indicatorName(names, second), toYear(Number(year), language.value)]
      return [...parts, told].filter((part) => part !== '').join(' · ')
    }
    case 'target':
      return targetName(names, rest)
    case 'account':
      return rest === 'unknown' ? textOf(auditText).nobody : personName(names, rest)
    case 'round':
      return roundName(names, rest)
    case 'indicator':
      return indicatorName(names, rest)
    case 'plan':
      return titleOf(names.plans, rest)
    case 'region':
      return nameOf(names.regions, rest)
    case 'snapshot':
      return textOf(auditText).snapshot(rest)
    case 'sheet':
      return `${nameOf(names.regions, first)} · ${toYear(Number(second), language.value)}`
    default:
      return rest
  }
}

/** The objects of a kind that can be chosen by name. */
export function objectsOfKind(kind: ObjectKind, names: AuditNames): { value: string; name: string }[] {
  const codes: Partial<Record<ObjectKind, string[]>> = {
    target: [...names.targets.keys()],
    account: [...names.actors.values()].filter(({ role }) => role !== 'system').map(({ username }) => username),
    round: names.rounds.map(({ id }) => String(id)),
    indicator: [...names.indicators.keys()],
    plan: names.plans.map(({ code }) => code),
  }
  return (codes[kind] ?? [])
    .map((code) => `${kind}/${code}`)
    .map((value) => ({ value, name: toldObject(value, names) }))
}
