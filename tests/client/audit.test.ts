import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  ACTION_LABELS,
  FIELD_LABELS,
  fieldLabel,
  OBJECT_KINDS,
  REVISION_LABELS,
  VALUE_LABELS,
} from '../../client/i18n/audit-words.ts'
import { auditAddress, auditCsv, NOTHING_ASKED, objectAddress, toAsked } from '../../client/pages/audit/asked.ts'

const read = (file: string): string => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')

describe('the words of the audit log', () => {
  it('name every action that can be logged', () => {
    const actions = [...read('server/audit/change.ts').matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(
      ([, action = '']) => action,
    )
    expect(actions.length).toBeGreaterThan(20)
    expect([...new Set(actions)].filter((action) => !(action in ACTION_LABELS))).toEqual([])
    expect(Object.keys(REVISION_LABELS).filter((action) => !(action in ACTION_LABELS))).toEqual([])
  })

  it('are there in both languages, each its own', () => {
    const labels = [ACTION_LABELS, FIELD_LABELS, OBJECT_KINDS, ...Object.values(VALUE_LABELS)].flatMap(Object.values)
    for (const label of labels) {
      expect(label['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(label.en).toMatch(/^[a-z][a-zA-Z0-9 ,'-]+$/i)
    }
    const told = Object.values(ACTION_LABELS).map((label) => label['zh-CN'])
    expect(new Set(told).size).toBe(told.length)
  })

  it('say of which form of a key the fingerprint is, since a snapshot tells that of its PEM file', () => {
    expect(fieldLabel('fingerprint', 'key.rotate')?.['zh-CN']).toBe('公钥指纹（DER）')
    expect(fieldLabel('oldFingerprint', 'key.rotate')?.['zh-CN']).toBe('原公钥指纹（DER）')
    expect(fieldLabel('fingerprint', 'snapshot.make')?.['zh-CN']).toBe('指纹')
  })
})

describe('the address of the audit log', () => {
  it('holds every condition, and the file has the same without the place in the list', () => {
    const asked = toAsked({ actor: 'qh-reviewer', q: '核对', cursor: 'abc', lang: 'en' })
    expect(asked).toEqual({ ...NOTHING_ASKED, actor: 'qh-reviewer', q: '核对', cursor: 'abc' })
    expect(auditAddress(asked)).toBe('/audit?actor=qh-reviewer&q=%E6%A0%B8%E5%AF%B9&cursor=abc')
    expect(auditCsv(asked)).toBe('/api/audit.csv?actor=qh-reviewer&q=%E6%A0%B8%E5%AF%B9')
    expect(auditAddress(NOTHING_ASKED)).toBe('/audit')
  })

  it('leads to the life of an object, whatever its path holds', () => {
    const address = objectAddress('route/GET /api/targets?a=b&c')
    expect(new URL(address, 'http://pages').searchParams.get('object')).toBe('route/GET /api/targets?a=b&c')
  })
})
