import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { GENESIS, hashOf } from '../../server/audit/chain.ts'
import { type Change, objectOf } from '../../server/audit/change.ts'
import type { Actor } from '../../server/audit/record.ts'
import type { Region } from '../../server/contract/reference.ts'
import { changesOf } from '../../server/domain/audit-life.ts'
import { BYTE_ORDER_MARK, csvHead, csvLine } from '../../server/domain/csv.ts'
import { OBSERVATION_COLUMNS } from '../../server/observations/csv.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import { REVISION_COLUMNS } from '../../server/snapshots/revisions.ts'
import { PROGRESS_COLUMNS, TARGET_COLUMNS } from '../../server/targets/csv.ts'
import { aFigure, anIndicator } from '../helpers/world.ts'
import { newKeys, seal, VERIFY } from './folders.ts'

const PROGRAM: Actor = { username: 'tanbiao', role: 'system' }
const INDICATORS = Array.from({ length: 10 }, (_, at) => anIndicator({ code: `indicator-${at}` }))
const YEARS = Array.from({ length: 11 }, (_, at) => 2015 + at)

/** What a line of the log becomes beside it. */
interface Written {
  lines: number
  figures: number
  /** Rows of revisions.csv. */
  revisions: number
  /** Of all files together. */
  megabytes: number
}

/**
 * Writes a snapshot of a nation's counties as the server would, faster than by recording it: every figure entered,
 * submitted and approved, sheet by sheet, some 480 bytes a line; no targets.
 *
 * @param regions each has 110 figures, of 10 indicators and 11 years
 */
export function writeLargeFolder(folder: string, regions: number): Written {
  mkdirSync(folder, { recursive: true })
  const fileOf = (name: string) => writerOf(path.join(folder, name))
  const files = {
    log: fileOf('audit.jsonl'),
    observations: fileOf('observations.csv'),
    revisions: fileOf('revisions.csv'),
  }
  const { publicKey, privateKey } = newKeys()
  let prev = GENESIS
  let seq = 0
  let at = ''
  let rows = 0

  function record(actor: Actor, change: Change): { seq: number; at: string } {
    seq += 1
    at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString()
    const line = {
      seq,
      at,
      actor: actor.username,
      role: actor.role,
      action: change.action,
      object: objectOf(change, seq),
    }
    const text = JSON.stringify({ ...line, data: change.data, prev })
    files.log.write(`${text}\n`)
    prev = hashOf(text)
    const told = { ...line, hash: prev, reason: null, prev, data: { ...change.data } }
    for (const field of changesOf([told]).get(seq) ?? []) {
      // The life of each thing has a line that says it whole and, of a figure, two steps.
      const old = change.action === 'observation.approve' ? 'submitted' : field.old
      files.revisions.write(csvLine(REVISION_COLUMNS, { line: told, change: { ...field, old } }))
      rows += 1
    }
    return { seq, at }
  }

  function recordSheet(region: Region, year: number): void {
    const reporter: Actor = { username: `${region.code}-reporter`, role: 'reporter' }
    const reviewer: Actor = { username: `${region.code}-reviewer`, role: 'reviewer' }
    const entered = INDICATORS.map((indicator, index) => {
      const data = figureOf(region.code, indicator.code, year, index)
      return { indicator, data, entry: record(reporter, { action: 'observation.enter', data }) }
    })
    const step = (actor: Actor, action: 'observation.submit' | 'observation.approve', comment: string) =>
      entered.map(({ entry }) => record(actor, { action, data: { observationId: entry.seq, comment } }))
    step(reporter, 'observation.submit', '与县统计局年报核对无误，附件三为盖章的统计表和计算过程说明，请市科技局审核。')
    const approved = step(
      reviewer,
      'observation.approve',
      '已与省级汇总数、上年同期数和统计年鉴核对，数据来源清楚，同意。',
    )
    for (const [index, { indicator, data, entry }] of entered.entries()) {
      const decision = approved[index] ?? entry
      const who = {
        enteredBy: reporter.username,
        enteredAt: entry.at,
        decidedBy: reviewer.username,
        decidedAt: decision.at,
      }
      const rest = { id: entry.seq, state: 'approved', submittedAt: null, comment: null, breakSeq: null } as const
      const figure = { ...data, ...who, ...rest, approvedSeq: decision.seq }
      sheets.push({
        indicator: indicator.code,
        year,
        text: csvLine(OBSERVATION_COLUMNS, { figure, region, indicator }),
      })
    }
  }

  let sheets: { indicator: string; year: number; text: string }[] = []
  files.observations.write(BYTE_ORDER_MARK + csvHead(OBSERVATION_COLUMNS))
  files.revisions.write(BYTE_ORDER_MARK + csvHead(REVISION_COLUMNS))
  for (const data of INDICATORS) record(PROGRAM, { action: 'indicator.add', data })
  for (let index = 0; index < regions; index += 1) {
    const code = String(100_000 + index)
    const region: Region = { code, nameZh: `第${code}县`, nameEn: `County ${code}`, parentCode: null }
    record(PROGRAM, { action: 'region.add', data: region })
    for (const year of YEARS) recordSheet(region, year)
    sheets.sort((a, b) => (a.indicator === b.indicator ? a.year - b.year : a.indicator < b.indicator ? -1 : 1))
    for (const { text } of sheets) files.observations.write(text)
    sheets = []
  }
  for (const file of Object.values(files)) file.close()

  const figures = regions * INDICATORS.length * YEARS.length
  const put = (name: string, text: string | Buffer) => writeFileSync(path.join(folder, name), text)
  put('targets.csv', BYTE_ORDER_MARK + csvHead(TARGET_COLUMNS))
  put('progress.csv', BYTE_ORDER_MARK + csvHead(PROGRESS_COLUMNS))
  const counts = {
    'observations.csv': figures,
    'targets.csv': 0,
    'progress.csv': 0,
    'revisions.csv': rows,
    'audit.jsonl': seq,
  }
  put('manifest.json', JSON.stringify({ format: 1, instant: at, seq, lastHash: prev, rows: counts, previous: null }))
  put('HEAD', `tanbiao-audit\n${seq}\n${prev}\n${at}\n`)
  put('public-key.pem', publicKey.export({ type: 'spki', format: 'pem' }))
  copyFileSync(VERIFY, path.join(folder, 'verify.mjs'))
  seal(folder, privateKey)
  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size)
  const megabytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6)
  return { lines: seq, figures, revisions: rows, megabytes }
}

const figureOf = (regionCode: string, indicatorCode: string, year: number, index: number): EnteredFigure =>
  aFigure({
    regionCode,
    indicatorCode,
    year,
    value: `${year - 2000}.${index}0`,
    source: '《县国民经济和社会发展统计公报》第十二章“科学技术和教育”，以及县科技局报送的企业名册',
    note: '与上年相比的变化来自新投产的两家企业，已与税务部门的名册逐一核对。',
  })

/** A file written in pieces of a megabyte. */
function writerOf(file: string): { write: (text: string) => void; close: () => void } {
  const opened = openSync(file, 'w')
  let gathered = ''
  const flush = (): void => {
    writeSync(opened, gathered)
    gathered = ''
  }
  return {
    write: (text) => {
      gathered += text
      if (gathered.length > 1 << 20) flush()
    },
    close: () => {
      flush()
      closeSync(opened)
    },
  }
}
