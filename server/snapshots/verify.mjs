// 核对数据快照。不需要联网，不需要安装任何软件包，只需要 Node.js 18 或更新版本：
//
//     node verify.mjs [文件夹] [--older 更早的快照文件夹] [--lang zh|en|both]
//
// 不写文件夹，即核对本文件所在的文件夹。依次核对：
//   一、SHA256SUMS 所列各文件的指纹；SHA256SUMS 与 HEAD 的签名；
//   二、审计日志 audit.jsonl 逐行相连，行数、末行指纹与 HEAD、manifest.json 一致；
//   三、observations.csv、targets.csv 与日志所记一致；
//   四、按 METHOD.md 重新计算 progress.csv 的每一列，用精确分数，不引用签发程序的任何代码；
//   五、给出更早的快照时：较早的日志逐字节就是较新日志的开头，公钥前后相续。
// 最后一行是结论：一切相符则退出码为 0，有不符之处则为 1。
// 不能证明的：填报的数据本身真实；本文件未被换过（请与从其他渠道得到的比对）；公钥属于谁（同上）。
//
// Checks a snapshot, without a network and without packages, with any Node.js from 18 on:
//
//     node verify.mjs [FOLDER] [--older FOLDER-OF-AN-OLDER-SNAPSHOT] [--lang zh|en|both]
//
// Without a folder, the one in which this file lies. In this order:
//   1. fingerprints of the files that SHA256SUMS lists; signatures of SHA256SUMS and HEAD;
//   2. the audit log audit.jsonl, link by link; its length and last hash are those of HEAD and manifest.json;
//   3. observations.csv and targets.csv say what the log says;
//   4. every column of progress.csv is computed again by METHOD.md, on exact fractions and with no code of the issuer;
//   5. with an older snapshot: its log is, byte for byte, the beginning of the newer one, and key follows key.
// The last line is the verdict; the exit code is 0 where all is well and 1 where anything was found.
// Not proven: that the figures themselves are true; that this file was not exchanged and whose the public key is
// (compare both with what you have from elsewhere).

import * as crypto from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Sentences are tagged templates, so that each stands on one line in both languages.
/* oxlint-disable no-unused-expressions */

// ── 输出 What is said ────────────────────────────────────────────────────────────────────────────────────────────────

const TOLD = 20
let language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'both'
const findings = new Map()

/** A value in a sentence: no line ends or other signs by which it could pass for a sentence of this program. */
const plain = (value) =>
  String(value)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '·')
    .slice(0, 300)

/** The two languages of a text that is written as "zh | en". */
function inBoth(strings, values) {
  const texts = ['']
  for (const [at, part] of strings.entries()) {
    const [here, there] = part.split(' | ')
    texts[texts.length - 1] += here
    if (there !== undefined) texts.push(there)
    if (at < values.length) texts[texts.length - 1] += plain(values[at])
  }
  return texts
}

function say(strings, ...values) {
  const [zh, en] = inBoth(strings, values)
  if (language !== 'en') console.log(zh)
  if (language !== 'zh') console.log(language === 'both' ? `    ${en}` : en)
}

/** One finding; of each kind, which is its text, only the first are told, and all are counted. */
function find(strings, ...values) {
  const count = (findings.get(strings) ?? 0) + 1
  findings.set(strings, count)
  const [zh, en] = inBoth(strings, values)
  if (count <= TOLD) say`✗ ${zh} | ✗ ${en}`
  if (count === TOLD) say`  ……同类的不再逐条列出 | … more of this kind are only counted`
}

const countFindings = () => [...findings.values()].reduce((sum, count) => sum + count, 0)

// ── 读取 Reading files ───────────────────────────────────────────────────────────────────────────────────────────────

/** The bytes of a file of the folder; undefined, and a finding, where it cannot be read. */
function read(folder, name) {
  try {
    return readFileSync(path.join(folder, name))
  } catch {
    find`缺少文件 ${path.join(folder, name)} | ${path.join(folder, name)} is absent or cannot be read`
  }
}

/** A file in blocks, so that memory does not grow with it. Each block is gone with the next one. */
function* blocksOf(file) {
  const opened = openSync(file, 'r')
  try {
    const block = Buffer.allocUnsafe(1 << 20)
    for (let size; (size = readSync(opened, block, 0, block.length, null)) > 0; ) yield block.subarray(0, size)
  } finally {
    closeSync(opened)
  }
}

/** The lines of a file as bytes, without their ends; what follows the last end is a line, unless it is empty. */
function* linesOf(file) {
  let rest = Buffer.alloc(0)
  for (const block of blocksOf(file)) {
    const bytes = Buffer.concat([rest, block])
    let from = 0
    for (let end; (end = bytes.indexOf(10, from)) >= 0; from = end + 1) yield bytes.subarray(from, end)
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) yield rest
}

/** The same in newer and older versions of Node.js; the newer way is faster. */
const sha256 = crypto.hash
  ? (bytes) => crypto.hash('sha256', bytes)
  : (bytes) => crypto.createHash('sha256').update(bytes).digest('hex')

function sha256OfFile(file) {
  const hash = crypto.createHash('sha256')
  for (const block of blocksOf(file)) hash.update(block)
  return hash.digest('hex')
}

/** The records of a CSV file as text; a line end within quotes belongs to its record. */
function* recordsOf(file) {
  let record
  for (const line of linesOf(file)) {
    const text = line.toString('utf8')
    record = record === undefined ? text.replace(/^\uFEFF/, '') : `${record}\n${text}`
    if ((record.match(/"/g)?.length ?? 0) % 2 === 1) continue
    yield record.replace(/\r$/, '')
    record = undefined
  }
  if (record !== undefined) yield record
}

const CELL = /,(?:"((?:[^"]|"")*)"|([^,]*))/g
const cellsOf = (record) =>
  [...`,${record}`.matchAll(CELL)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain)

/** Text that a spreadsheet would take for a formula has one single quote before it; these columns hold text. */
const TEXT = new Set(
  `region_zh indicator_zh unit_zh source note entered_by approved_by plan_zh document_number owner_zh wording
   baseline_quote clause quote source_file conflicts`.split(/\s+/),
)

function toRow(columns, record) {
  const cells = record.includes('"') ? cellsOf(record) : record.split(',')
  const row = {}
  for (const [at, name] of columns.entries()) {
    const cell = cells[at] ?? ''
    row[name] = cell.startsWith("'") && TEXT.has(name) ? cell.slice(1) : cell
  }
  return row
}

/** The rows of a CSV file, one at a time, each with its record. */
function* rowsOf(file) {
  let columns
  for (const record of recordsOf(file)) {
    if (columns === undefined) columns = cellsOf(record)
    else yield { record, columns, row: toRow(columns, record) }
  }
}

// ── 一、指纹与签名 1. Fingerprints and signatures ────────────────────────────────────────────────────────────────────

/** What is not in SHA256SUMS: itself, and what is signed and therefore not the same when it is made again. */
const UNLISTED = new Set(['SHA256SUMS', 'SHA256SUMS.sig', 'HEAD', 'HEAD.sig', 'public-key.pem'])
const NEEDED = ['observations.csv', 'targets.csv', 'progress.csv', 'revisions.csv', 'audit.jsonl', 'manifest.json']

function checkFingerprints(folder) {
  const sums = read(folder, 'SHA256SUMS')
  if (sums === undefined) return
  const listed = new Set()
  for (const line of sums.toString('utf8').split(/\r?\n/).filter(Boolean)) {
    const [, wanted, name] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(line) ?? []
    if (name === undefined) {
      find`SHA256SUMS 中有不合格式的一行：${line} | SHA256SUMS has a malformed line: ${line}`
    } else if (!existsSync(path.join(folder, name))) {
      find`SHA256SUMS 所列的 ${name} 不存在 | ${name}, which SHA256SUMS lists, is absent`
    } else if (sha256OfFile(path.join(folder, name)) !== wanted) {
      find`${name} 的指纹与 SHA256SUMS 不符 | ${name} does not have its fingerprint of SHA256SUMS`
    }
    listed.add(name)
  }
  for (const name of NEEDED.filter((one) => !listed.has(one))) {
    find`SHA256SUMS 没有列出 ${name} | SHA256SUMS does not list ${name}`
  }
  for (const name of readdirSync(folder).filter((one) => !listed.has(one) && !UNLISTED.has(one))) {
    say`· ${name} 不在 SHA256SUMS 中，不属于快照，未核对 | · ${name} is not in SHA256SUMS: no part of the snapshot, not checked`
  }
  say`· 快照指纹（SHA256SUMS 的 SHA-256）：${sha256(sums)} | · fingerprint of the snapshot (SHA-256 of SHA256SUMS): ${sha256(sums)}`
  return sha256(sums)
}

function readKey(folder) {
  const pem = read(folder, 'public-key.pem')
  if (pem === undefined) return
  try {
    const key = crypto.createPublicKey(pem)
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('another curve')
    say`· 公钥 public-key.pem 的 SHA-256：${sha256(pem)} | · SHA-256 of public-key.pem: ${sha256(pem)}`
    return key
  } catch {
    find`public-key.pem 不是 ECDSA P-256 公钥 | public-key.pem is not a public key of ECDSA P-256`
  }
}

function isSigned(bytes, key, signature) {
  try {
    return crypto.verify('sha256', bytes, key, signature)
  } catch {
    return false
  }
}

function checkSignatures(folder, key) {
  for (const name of ['SHA256SUMS', 'HEAD']) {
    const bytes = read(folder, name)
    const signature = read(folder, `${name}.sig`)
    if (key === undefined || bytes === undefined || signature === undefined) continue
    if (!isSigned(bytes, key, signature)) {
      find`${name} 的签名不是 public-key.pem 所对应的 | ${name}.sig is no signature of ${name} by the key of public-key.pem`
    }
  }
}

/** The four lines of HEAD. */
function readHead(folder) {
  const [name, lines, hash, time, ...rest] = read(folder, 'HEAD')?.toString('utf8').split(/\r?\n/) ?? []
  if (name === undefined) return
  if (!/^\d+$/.test(lines) || !/^[0-9a-f]{64}$/.test(hash) || Number.isNaN(Date.parse(time)) || rest.join('') !== '') {
    find`HEAD 不是四行：名称、行数、末行指纹、时间 | HEAD is not four lines: name, number of lines, hash of the last line, time`
    return
  }
  return { lines: Number(lines), hash }
}

function readManifest(folder) {
  try {
    const manifest = JSON.parse(read(folder, 'manifest.json') ?? 'null')
    if (manifest === null) return
    if (Number.isNaN(Date.parse(manifest.instant)) || typeof manifest.rows !== 'object') throw new Error('incomplete')
    return manifest
  } catch {
    find`manifest.json 读不懂 | manifest.json cannot be understood`
  }
}

// ── 二、三、日志，以及表格与日志是否一致 2. and 3. The log, and whether the tables say what it says ───────────────────

/** Walks the chain, and hands each line to `take`; `marks` are line numbers whose hashes are wanted. */
function walkLog(file, marks, take) {
  const hashes = new Map()
  let previous = '0'.repeat(64)
  let count = 0
  let at = ''
  for (const bytes of linesOf(file)) {
    count += 1
    let line = {}
    try {
      line = Object(JSON.parse(bytes.toString('utf8')))
    } catch {
      find`日志第 ${count} 行不是 JSON | line ${count} of the log is not JSON`
    }
    if (line.prev !== previous) {
      find`日志第 ${count} 行没有接上前一行：前一行被改过、删去或调换 | line ${count} of the log does not continue the line before: that was changed, removed or moved`
    }
    if (line.seq !== count) {
      find`日志第 ${count} 行的序号是 ${line.seq} | line ${count} of the log has the number ${line.seq}`
    }
    if (!(line.at >= at))
      find`日志第 ${count} 行的时间早于前一行 | line ${count} of the log is earlier than the line before`
    at = line.at ?? at
    previous = sha256(bytes)
    if (marks.has(count)) hashes.set(count, previous)
    try {
      take(line)
    } catch {
      find`日志第 ${count} 行的内容读不懂 | what line ${count} of the log says cannot be understood`
    }
  }
  return { count, hash: previous, at, hashes }
}

const blank = (value) => (value === null || value === undefined ? '' : String(value))
/** Columns, each with its name in the log: missing_reason is missingReason there. */
const columnsOf = (names) =>
  names.split(' ').map((name) => [name, name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())])
const pick = (data, columns) => Object.fromEntries(columns.map(([name, logged]) => [name, data[logged]]))
const OF_FIGURE = columnsOf('value missing_reason provisional break_before source note sample')
const OF_TARGET = columnsOf('plan_code region_code indicator_code owner_zh clause quote source_file')
const OF_INDICATOR = columnsOf('indicator_zh unit_zh kind better theme')
const OF_MILESTONE = columnsOf('comparator value value_high tolerance deadline_basis')
const keyOf = (region, indicator, year, measure) => [region, indicator, year, measure].join('/')

/** What the log says of the tables, gathered line by line; of figures only what observations.csv lacks is kept. */
function startReplay(figures) {
  const known = {
    regions: new Map(),
    plans: new Map(),
    indicators: new Map(),
    targets: new Map(),
    breaks: new Map(),
    rotations: [],
  }
  const entered = new Map()

  function approve({ seq, at, actor, data: { observationId } }) {
    const entry = entered.get(observationId)
    if (entry === undefined) return
    entered.delete(observationId)
    const { regionCode, indicatorCode, year, measure, revision, breakBefore } = entry.data
    const key = keyOf(regionCode, indicatorCode, year, measure)
    if (breakBefore && !known.breaks.has(key)) known.breaks.set(key, seq)
    const figure = figures.get(key)
    if (figure === undefined) {
      find`observations.csv 缺少 ${key}，日志第 ${seq} 行审核通过 | observations.csv lacks ${key}, which line ${seq} of the log approves`
      figures.set(key, { absent: true })
    } else if (!figure.absent) {
      figure.approved = String(revision)
      if (figure.approved !== figure.revision) return
      const said = pick(entry.data, OF_FIGURE)
      const names = { entered_by: entry.actor, entered_at: entry.at, approved_by: actor, approved_at: at }
      compare('observations.csv', key, toRow(figure.columns, figure.record), { ...said, ...names })
    }
  }

  function take(line) {
    const { action, data } = line
    if (action === 'observation.enter') entered.set(line.seq, line)
    else if (action === 'observation.approve') approve(line)
    else if (action === 'region.add') known.regions.set(data.code, data)
    else if (action === 'plan.add') known.plans.set(data.code, data)
    else if (action === 'indicator.add' || action === 'indicator.revise') {
      known.indicators.set(data.code, { ...known.indicators.get(data.code), ...data })
    } else if (action === 'target.revise') {
      known.targets.set(data.id, [...(known.targets.get(data.id) ?? []), { ...data, seq: line.seq }])
    } else if (action === 'key.rotate') known.rotations.push(data)
  }

  function finish() {
    for (const [key, figure] of figures) {
      if (figure.absent) continue
      if (figure.approved !== figure.revision) {
        find`observations.csv ${key} 是第 ${figure.revision} 次修订，日志最后审核通过的是 ${figure.approved ?? '无'} | observations.csv ${key} is revision ${figure.revision}; the last that the log approves is ${figure.approved ?? 'none'}`
      }
    }
    return known
  }

  return { take, finish }
}

/** The names beside the codes of observations.csv; each combination once. */
function checkNames(figures, { regions, indicators }) {
  const checked = new Set()
  for (const [key, { columns, record }] of figures) {
    if (record === undefined) continue
    const row = toRow(columns, record)
    const names = [row.region_code, row.region_zh, row.indicator_code, row.indicator_zh, row.unit_zh].join('/')
    if (checked.has(names)) continue
    checked.add(names)
    const { nameZh, unitZh } = indicators.get(row.indicator_code) ?? {}
    const region = regions.get(row.region_code)?.nameZh
    compare('observations.csv', key, row, { region_zh: region, indicator_zh: nameZh, unit_zh: unitZh })
  }
}

/** The lines of targets.csv as the log has them, by target and year. */
function loggedTargets({ targets, plans, indicators }) {
  const rows = new Map()
  for (const [id, revisions] of targets) {
    const { milestones, ...target } = revisions.at(-1)
    const plan = plans.get(target.planCode) ?? {}
    const indicator = indicators.get(target.indicatorCode) ?? {}
    for (const { baseline, ...milestone } of milestones) {
      rows.set(`${id} ${milestone.year}`, {
        ...pick(target, OF_TARGET),
        ...pick({ ...indicator, indicatorZh: indicator.nameZh }, OF_INDICATOR),
        ...pick(milestone, OF_MILESTONE),
        ...{ target_id: id, milestone_year: milestone.year, wording: milestone.wordingZh },
        ...{ plan_zh: plan.titleZh, document_number: plan.documentNumber },
        ...{ baseline_year: baseline?.year, baseline_value: baseline?.value },
        ...{ baseline_basis: baseline?.basis, baseline_quote: baseline?.quote },
        conflicts: target.conflicts.length > 0 ? JSON.stringify(target.conflicts) : '',
      })
    }
  }
  return rows
}

/** Holds a row against what is expected of it. */
function compare(table, key, row, expected) {
  for (const [column, value] of Object.entries(expected)) {
    if (row[column] === blank(value)) continue
    find`${table} ${key} ${column}：核对得“${blank(value)}”，表中“${row[column]}” | ${table} ${key} ${column}: ours "${blank(value)}", theirs "${row[column]}"`
  }
}

/** Holds a table against what is expected of it. */
function compareTable(name, rows, expected) {
  for (const [key, wanted] of expected) {
    const row = rows.get(key)
    if (row === undefined) find`${name} 缺少 ${key} | ${name} lacks ${key}`
    else compare(name, key, row, wanted)
  }
  const [wanted] = expected.values()
  const [row] = rows.values()
  const unknown = Object.keys(row ?? {}).filter((column) => wanted !== undefined && !(column in wanted))
  if (unknown.length > 0)
    say`· ${name} 中本程序不认识、未核对的列：${unknown} | · columns of ${name} that this program does not know and did not check: ${unknown}`
  for (const key of rows.keys())
    if (!expected.has(key)) find`${name} 多出 ${key} | ${name} has ${key}, which should not be there`
}

// ── 四、精确分数 4. Exact fractions ──────────────────────────────────────────────────────────────────────────────────

const fraction = (n, d = 1n) => (d < 0n ? { n: -n, d: -d } : { n, d })
const whole = (number) => fraction(BigInt(number))
const plus = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
const minus = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
const times = (a, b) => fraction(a.n * b.n, a.d * b.d)
const over = (a, b) => fraction(a.n * b.d, a.d * b.n)
const sign = ({ n }) => (n > 0n ? 1 : n < 0n ? -1 : 0)
const compared = (a, b) => sign(minus(a, b))
const absolute = (a) => (a.n < 0n ? fraction(-a.n, a.d) : a)
const ZERO = whole(0)
const ONE = whole(1)

/** A decimal such as -3.50, or -3.5e-7. */
function decimal(text) {
  const [, minusSign, digits, rest = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text)
  const n = BigInt(minusSign + digits + rest)
  const shift = Number(exponent) - rest.length
  return shift < 0 ? fraction(n, 10n ** BigInt(-shift)) : fraction(n * 10n ** BigInt(shift))
}

const isSameNumber = (a, b) => a === b || (a !== null && b !== null && compared(decimal(a), decimal(b)) === 0)

/** To so many places, a half away from zero; without zeros at the end, and never "-0". */
function rounded(a, places) {
  const { n, d } = absolute(a)
  const units = (2n * n * 10n ** BigInt(places) + d) / (2n * d)
  const digits = units.toString().padStart(places + 1, '0')
  const rest = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${a.n < 0n && units > 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${rest && `.${rest}`}`
}

const LARGEST = whole(10n ** 15n)

/** A share or R: four places, not beyond 10^15, as JavaScript writes the number. */
const share = (a) =>
  compared(absolute(a), LARGEST) > 0 ? rounded(times(LARGEST, whole(sign(a))), 0) : String(Number(rounded(a, 4)))

/** The nearest whole number that is not larger. */
const floor = ({ n, d }) => n / d - (n % d < 0n ? 1n : 0n)

// ── 四、方法 4. The method. Section names are those of METHOD.md ─────────────────────────────────────────────────────

const METHOD = { method: 'linear-path', method_version: '1.0' }

/** "The cut-offs" */
function cut(ratio) {
  if (compared(ratio, decimal('0.95')) >= 0) return 'on-track'
  if (compared(ratio, decimal('0.6')) >= 0) return 'behind'
  return sign(ratio) >= 0 ? 'far-behind' : 'moving-away'
}

/** "When a figure fulfils its milestone": T, and whether y fulfils; undefined where no number is promised. */
function goalOf({ comparator, value, valueHigh, tolerance }, better) {
  if (value === null) return
  const isBetter = (a, b) => compared(a, b) === (better === 'higher' ? 1 : -1)
  const text = comparator === 'between' && better === 'lower' ? valueHigh : value
  const T = decimal(text)
  const allowance = comparator === 'about' ? times(decimal(tolerance ?? '0.05'), absolute(T)) : ZERO
  const limit = better === 'higher' ? minus(T, allowance) : plus(T, allowance)
  return { T, text, isBetter, isFulfilled: (y) => (comparator === 'more-than' ? isBetter(y, T) : !isBetter(limit, y)) }
}

/**
 * "Which figures are used", "Changes against a base year", "Breaks of a series": the points on the milestone's scale,
 * latest last, from figures in the order of their years. A point has a value, the figures that it rests on, and whether
 * it lies across a break; the last one has no value where its chain is broken.
 */
function pointsOf(kind, start, isNewBreak, figures) {
  const years = [...new Set(figures.map(({ year }) => year))]
  const points = years.map((year) => {
    const used = figures.filter((figure) => figure.year <= year)
    const point =
      kind === 'change'
        ? changePoint(year, start.year, used)
        : kind === 'flow'
          ? sumPoint(start, used)
          : enteredPoint(used)
    return { year, ...point, isAcross: point.used.some(isNewBreak) }
  })
  const latest = points.at(-1)
  return points.filter((point) => point === latest || (point.value !== undefined && !point.isAcross))
}

const enteredPoint = (used) => ({ value: decimal(used.at(-1).value), used, entered: used.at(-1) })
const sumPoint = (start, used) => ({ value: used.map(({ value }) => decimal(value)).reduce(plus, start.value), used })

function changePoint(year, baseYear, figures) {
  const since = figures.findLast(({ measure }) => measure !== 'yoy')
  const from = since?.year ?? baseYear
  const used = figures.filter((one) => one === since || (one.measure === 'yoy' && one.year > from))
  const isBroken = used.length < year - from + (since ? 1 : 0)
  const factor = used.reduce((product, { value }) => times(product, plus(ONE, over(decimal(value), whole(100)))), ONE)
  const entered = since?.year === year ? since : undefined
  return isBroken ? { used } : { value: times(minus(factor, ONE), whole(100)), used, entered }
}

/** "The second method": R, or undefined. */
function growthRatio(start, goal, tT, { year, value }) {
  if (![start.value, value, goal.T].every((one) => sign(one) > 0) || !goal.isBetter(goal.T, start.value)) return
  if (tT - start.year === 1) return over(minus(value, start.value), minus(goal.T, start.value))
  const ratio =
    yearlyGrowth(over(value, start.value), year - start.year) / yearlyGrowth(over(goal.T, start.value), tT - start.year)
  return Number.isFinite(ratio) ? decimal(ratio.toExponential(11)) : undefined
}

/** The yearly growth without the loss of digits near 1. */
function yearlyGrowth(factor, years) {
  const log =
    compared(factor, decimal('0.5')) < 0 ? Math.log(toNumber(factor)) : Math.log1p(toNumber(minus(factor, ONE)))
  return Math.expm1(log / years)
}

/** The nearest number in double precision. */
function toNumber({ n, d }) {
  const shift = 40 + d.toString().length - n.toString().length
  return Number(`${shift < 0 ? n / (d * 10n ** BigInt(-shift)) : (n * 10n ** BigInt(shift)) / d}e${-shift}`)
}

/** What is known of a milestone before it is judged. `isCompared`: there is a y that may be held against T. */
function situationOf(indicator, milestone, figures, isNewBreak, now) {
  const { kind, better } = indicator
  const { year: tT, baseline } = milestone
  const start =
    baseline === null || kind === 'done' ? undefined : { year: baseline.year, value: decimal(baseline.value) }
  const goal = goalOf(milestone, better)
  const measures = kind === 'change' ? ['yoy', `since:${start?.year}`] : ['value']
  const isInYears = ({ year }) => year <= Math.min(tT, now) && (start === undefined || year > start.year)
  const used = figures.filter((figure) => measures.includes(figure.measure) && isInYears(figure))
  used.sort((a, b) => a.year - b.year)
  const isMeasurable = start !== undefined || (kind !== 'flow' && kind !== 'change')
  const points = isMeasurable ? pointsOf(kind, start, start === undefined ? () => false : isNewBreak, used) : []
  const latest = points.at(-1)
  const y = latest?.value
  const isCompared = goal !== undefined && y !== undefined && !latest.isAcross
  return {
    ...{ kind, better, milestone, baseline, tT, now, start, goal, points, latest, y, isMeasurable, isCompared },
    before: points.at(-2) ?? start,
    isFulfilled: isCompared && goal.isFulfilled(y),
    isHold: goal !== undefined && start !== undefined && !goal.isBetter(goal.T, start.value),
    isEnded: tT < now,
    isIn: used.at(-1)?.year === tT,
    isOutdated: latest !== undefined && Math.min(now - 1, tT) - latest.year > 2,
    isIncomplete: kind === 'flow' && latest !== undefined && latest.used.length < latest.year - start.year,
  }
}

/** "The eight statuses", tried in their order, and "Hold milestones"; `path` where the path decides. */
function statusOf({ kind, goal, start, latest, y, before, isMeasurable, isFulfilled, isHold, isEnded, isIn }) {
  if (goal === undefined) return ['not-assessable', 'not-quantified']
  if (latest?.isAcross) return ['not-assessable', 'definition-changed']
  if (!isMeasurable) return ['not-assessable', 'no-baseline']
  if (latest === undefined) return ['no-data', 'no-figure']
  if (y === undefined) return ['no-data', 'broken-chain']
  if (isFulfilled && (!isHold || isIn)) return ['achieved', '']
  if (!isFulfilled && isEnded && isIn) return ['missed', '']
  if (kind === 'done') return ['on-track', '']
  if (start === undefined) return ['not-assessable', 'no-baseline']
  if (!isHold) return ['path', '']
  return [isFulfilled ? 'on-track' : goal.isBetter(y, before.value) ? 'behind' : 'moving-away', '']
}

/** "The path": expected value and both shares, exact; undefined where there is no way to go. */
function pathOf({ start, goal, latest, y, tT, isCompared, isHold }) {
  if (!isCompared || start === undefined || isHold) return
  const way = minus(goal.T, start.value)
  const expected = plus(start.value, over(times(way, whole(latest.year - start.year)), whole(tT - start.year)))
  const done = minus(y, start.value)
  return { expected, covered: over(done, way), share: over(done, minus(expected, start.value)) }
}

/** "Flags", in their order. */
function flagsOf(known, isDisagreeing, isRevised) {
  const { kind, baseline, goal, points, latest, y, before, isCompared, isFulfilled, isEnded, isIn } = known
  const restsOn = y === undefined ? [] : kind === 'flow' || kind === 'change' ? latest.used : [latest.entered]
  const flags = {
    'met-then-lost': isCompared && !isFulfilled && points.slice(0, -1).some(({ value }) => goal.isFulfilled(value)),
    slipping: isFulfilled && before !== undefined && goal.isBetter(before.value, y),
    'awaiting-final': isEnded && !isIn,
    outdated: known.isOutdated,
    provisional: restsOn.some(({ provisional }) => provisional),
    'assumed-baseline': baseline !== null && baseline.basis !== 'printed' && kind !== 'done',
    'incomplete-years': known.isIncomplete,
    'methods-disagree': isDisagreeing,
    'target-revised': isRevised,
  }
  const raised = Object.keys(flags).filter((flag) => flags[flag])
  return raised.join(';')
}

/** "Pace and projection": gap, required and recent pace, exact; and why nothing is projected, or the year. */
function paceOf(known, status) {
  const { kind, start, goal, points, latest, y, tT, isCompared, isFulfilled } = known
  const recent = [...(start ? [start] : []), ...points].filter(({ year }) => year >= latest?.year - 5)
  const refused = () => {
    if (status === 'not-assessable' || status === 'no-data') return status
    if (kind === 'done') return 'kind-done'
    if (isFulfilled) return 'fulfilled'
    if (recent.length < 3) return 'too-few-figures'
    return known.isOutdated ? 'outdated' : known.isIncomplete ? 'incomplete-years' : ''
  }
  const refusal = refused()
  if (!isCompared || kind === 'done') return { refusal }
  const gap = minus(goal.T, y)
  const required = isFulfilled || latest.year === tT ? undefined : over(gap, whole(tT - latest.year))
  const pace = kind === 'flow' ? meanFlow(latest) : paceSince(recent[0], latest)
  const arrival =
    refusal === '' && goal.isBetter(pace, ZERO) ? arrivalOf(known.milestone, latest.year, over(gap, pace)) : undefined
  return { refusal, gap, required, pace, arrival: arrival > 9999n ? undefined : arrival }
}

function meanFlow({ year, used }) {
  const flows = used.filter((figure) => figure.year >= year - 4).map(({ value }) => decimal(value))
  return over(flows.reduce(plus), whole(flows.length))
}

const paceSince = (first, { year, value }) =>
  first.year < year ? over(minus(value, first.value), whole(year - first.year)) : undefined

/** The first whole year at T or beyond; for `more-than` beyond T. */
const arrivalOf = ({ comparator }, year, years) =>
  BigInt(year) + (comparator === 'more-than' ? floor(years) + 1n : -floor(minus(ZERO, years)))

/**
 * One milestone, judged: the columns of progress.csv from status to flags; what is undefined is an empty cell.
 *
 * @param isNewBreak whether a figure is marked as a break that was approved after the baseline was last revised
 */
function judge(indicator, milestone, figures, isNewBreak, isRevised, now) {
  const known = situationOf(indicator, milestone, figures, isNewBreak, now)
  const { kind, start, goal, latest, y, isCompared, isFulfilled, isHold, tT } = known
  const path = pathOf(known)
  const [tried, reason] = statusOf(known)
  const status = tried === 'path' ? cut(path.share) : tried
  const ratio = isCompared && start !== undefined && kind === 'level' ? growthRatio(start, goal, tT, latest) : undefined
  const pace = paceOf(known, status)
  const derived = (value) => value && rounded(value, indicator.decimals + 2)
  const isShown = y !== undefined && (!latest.isAcross || latest.entered !== undefined)
  return {
    status,
    reason,
    covered_share: kind === 'done' && isCompared ? Number(isFulfilled) : path && share(path.covered),
    path_share: path && share(path.share),
    expected: isHold && isCompared ? goal.text : path && derived(path.expected),
    latest_year: isShown ? latest.year : undefined,
    latest_value: isShown ? (latest.entered?.value ?? derived(y)) : undefined,
    gap: derived(pace.gap),
    required_per_year: derived(pace.required),
    recent_per_year: derived(pace.pace),
    projected_year: pace.arrival,
    projection_refused: pace.refusal,
    second_ratio: ratio && share(ratio),
    second_status: ratio && cut(ratio),
    flags: flagsOf(known, tried === 'path' && ratio !== undefined && cut(ratio) !== status, isRevised),
  }
}

/** "Revised targets": the milestones in force, each with the line since which its baseline stands, and whether it is revised. */
function trackMilestones(revisions) {
  let current = []
  let dropped = []
  for (const { seq, milestones } of revisions) {
    const years = milestones.map(({ year }) => year)
    const kept = current.map(({ now }) => now.year).filter((year) => years.includes(year))
    const gone = current.filter(({ now }) => !kept.includes(now.year)).sort((a, b) => b.now.year - a.now.year)
    const next = []
    for (const milestone of [...milestones].sort((a, b) => b.year - a.year)) {
      const isNear = ({ now }) =>
        !kept.some((year) => year > Math.min(now.year, milestone.year) && year < Math.max(now.year, milestone.year))
      const same = current.find(({ now }) => now.year === milestone.year)
      const displaced = same ? -1 : gone.findIndex(isNear)
      const former = same ?? (displaced < 0 ? undefined : gone.splice(displaced, 1)[0])
      if (former) {
        next.push({
          first: former.first,
          now: milestone,
          since: isSameBaseline(former.now.baseline, milestone.baseline) ? former.since : seq,
        })
      } else {
        const again = dropped.find(({ now }) => now.year === milestone.year)
        dropped = dropped.filter((one) => one !== again)
        next.push({ first: again?.first ?? milestone, now: milestone, since: seq })
      }
    }
    current = next.reverse()
    dropped.push(...gone)
  }
  for (const one of current) one.isRevised = !isSamePromise(one.first, one.now)
  for (const { first } of dropped.sort((a, b) => a.first.year - b.first.year)) {
    if (current.some(({ now }) => isSamePromise(first, now))) continue
    const free = current.filter(({ isRevised }) => !isRevised)
    const bearer = free.find(({ now }) => now.year > first.year) ?? free.at(-1)
    if (bearer) bearer.isRevised = true
  }
  return current
}

const isSameBaseline = (a, b) =>
  a === null || b === null ? a === b : a.year === b.year && a.basis === b.basis && isSameNumber(a.value, b.value)
const toleranceOf = ({ comparator, tolerance }) => (comparator === 'about' ? (tolerance ?? '0.05') : tolerance)
const isSamePromise = (a, b) =>
  a.year === b.year &&
  a.comparator === b.comparator &&
  isSameNumber(a.value, b.value) &&
  isSameNumber(a.valueHigh, b.valueHigh) &&
  isSameNumber(toleranceOf(a), toleranceOf(b)) &&
  isSameBaseline(a.baseline, b.baseline)

const orNull = (cell) => (cell === '' ? null : cell)

/** The milestone that a line of targets.csv promises. */
const toMilestone = (row) => ({
  year: Number(row.milestone_year),
  comparator: row.comparator,
  value: orNull(row.value),
  valueHigh: orNull(row.value_high),
  tolerance: orNull(row.tolerance),
  baseline:
    row.baseline_year === ''
      ? null
      : { year: Number(row.baseline_year), value: row.baseline_value, basis: row.baseline_basis },
})

/** progress.csv as METHOD.md has it, from targets.csv and observations.csv; from the log come decimals, breaks and revisions. */
function recompute(targets, figures, known, now) {
  const series = new Map()
  for (const [key, { columns, record }] of figures) {
    if (record === undefined) continue
    const row = toRow(columns, record)
    const name = `${row.region_code}/${row.indicator_code}`
    if (!series.has(name)) series.set(name, [])
    series.get(name).push({
      key,
      year: Number(row.year),
      measure: row.measure,
      value: row.value,
      provisional: row.provisional === 'true',
      isBreak: row.break_before === 'true',
      sample: row.sample === 'true',
    })
  }
  const judged = new Map()
  for (const [key, row] of targets) {
    try {
      const { kind, better } = row
      const { decimals } = known.indicators.get(row.indicator_code)
      const revisions = known.targets.get(row.target_id)
      const { since, isRevised } = trackMilestones(revisions).find((one) => one.now.year === Number(row.milestone_year))
      const all = series.get(`${row.region_code}/${row.indicator_code}`) ?? []
      const isNewBreak = (figure) => figure.isBreak && known.breaks.get(figure.key) > since
      const computed = judge(
        { kind, better, decimals },
        toMilestone(row),
        all.filter(({ value }) => value !== ''),
        isNewBreak,
        isRevised,
        now,
      )
      const sample = revisions.some((one) => one.sample) || all.some((one) => one.sample)
      judged.set(key, { target_id: row.target_id, milestone_year: row.milestone_year, ...METHOD, ...computed, sample })
    } catch {
      find`${key} 无法计算：表格或日志中的内容不合规定 | ${key} cannot be computed: the tables or the log hold what may not be`
      judged.set(key, {})
    }
  }
  return judged
}

// ── 五、更早的快照 5. An older snapshot ──────────────────────────────────────────────────────────────────────────────

function checkOlder(folder, older, key, log, previous) {
  say`更早的快照 ${older} | The older snapshot ${older}`
  const fingerprint = checkFingerprints(older)
  const olderKey = readKey(older)
  checkSignatures(older, olderKey)
  const head = readHead(older)
  if (head !== undefined && log.hashes.get(head.lines) !== head.hash) {
    find`较早的 HEAD（第 ${head.lines} 行，${head.hash}）不在较新的日志中 | the older HEAD (line ${head.lines}, ${head.hash}) is not in the newer log`
  }
  if (read(older, 'audit.jsonl') !== undefined) checkBeginning(folder, older)
  if (key !== undefined && olderKey !== undefined && !isSuccessor(olderKey, key, log.rotations)) {
    find`两份快照的公钥不同，日志中也没有由旧钥签署的更换 | the two snapshots have different keys, and the log has no change of keys that the old one signed`
  }
  if (fingerprint !== undefined && fingerprint === previous)
    say`· 正是上一号快照 | · it is the snapshot before this one`
}

function checkBeginning(folder, older) {
  const newer = linesOf(path.join(folder, 'audit.jsonl'))
  let count = 0
  for (const line of linesOf(path.join(older, 'audit.jsonl'))) {
    count += 1
    const { value } = newer.next()
    if (value !== undefined && line.equals(value)) continue
    find`较早的日志不是较新日志的开头：从第 ${count} 行起不同 | the older log is not the beginning of the newer one: they differ from line ${count} on`
    break
  }
  newer.return()
}

/** Whether the newer key is the older one, or follows it by changes of which each is signed by the key before. */
function isSuccessor(older, newer, rotations) {
  let key = older
  for (const { publicKeyPem, signature } of rotations) {
    try {
      const next = crypto.createPublicKey(publicKeyPem)
      if (isSigned(next.export({ type: 'spki', format: 'der' }), key, Buffer.from(signature, 'base64'))) key = next
    } catch {
      find`日志中更换公钥的一行读不懂 | a line of the log that changes the key cannot be understood`
    }
  }
  return key.equals(newer)
}

// ── 全部核对 All of it ───────────────────────────────────────────────────────────────────────────────────────────────

/** The rows of a table by key; undefined where the file is absent. */
function readTable(folder, name, toKey, toEntry) {
  const file = path.join(folder, name)
  if (!existsSync(file)) return void read(folder, name)
  const rows = new Map()
  for (const { row, record, columns } of rowsOf(file)) {
    const key = toKey(row)
    if (rows.has(key)) find`${name} 有两行 ${key} | ${name} has two lines of ${key}`
    rows.set(key, toEntry(row, record, columns))
  }
  return rows
}

function checkLog(log, head, manifest) {
  const told = [
    ['HEAD', head?.lines, head?.hash],
    ['manifest.json', manifest?.seq, manifest?.lastHash],
  ]
  for (const [name, lines, hash] of told.filter(([, lines]) => lines !== undefined)) {
    if (lines !== log.count)
      find`日志有 ${log.count} 行，${name} 说是 ${lines} 行 | the log has ${log.count} lines, ${name} says ${lines}`
    if (hash !== log.hash) find`日志末行的指纹与 ${name} 不符 | the hash of the log's last line is not that of ${name}`
  }
  if (manifest !== undefined && log.at > manifest.instant) {
    find`日志有晚于 manifest.json 所记时点的行 | the log has lines later than the instant of manifest.json`
  }
}

function checkCounts(folder, manifest, log) {
  for (const [name, count] of Object.entries(manifest?.rows ?? {})) {
    const file = path.join(folder, path.basename(name))
    let found = name === 'audit.jsonl' ? log?.count : undefined
    if (found === undefined && existsSync(file)) {
      found = -1
      for (const _ of recordsOf(file)) found += 1
    }
    if (found !== count)
      find`${name} 有 ${found ?? 0} 行，manifest.json 说是 ${count} 行 | ${name} has ${found ?? 0} rows, manifest.json says ${count}`
  }
}

function checkSnapshot(folder, older) {
  say`快照 ${folder} | The snapshot ${folder}`
  checkFingerprints(folder)
  const key = readKey(folder)
  checkSignatures(folder, key)
  const head = readHead(folder)
  const manifest = readManifest(folder)

  const toEntry = (row, record, columns) => ({ revision: row.revision, record, columns })
  const figures = readTable(
    folder,
    'observations.csv',
    (row) => keyOf(row.region_code, row.indicator_code, row.year, row.measure),
    toEntry,
  )
  const byMilestone = (row) => `${row.target_id} ${row.milestone_year}`
  const targets = readTable(folder, 'targets.csv', byMilestone, (row) => row)
  const progress = readTable(folder, 'progress.csv', byMilestone, (row) => row)

  if (!existsSync(path.join(folder, 'audit.jsonl'))) {
    read(folder, 'audit.jsonl')
    say`· 没有日志，表格与状态无从核对 | · without the log neither tables nor statuses can be checked`
    return
  }
  const olderHead = older === undefined ? undefined : readHead(older)
  const replay = startReplay(figures ?? new Map())
  const log = walkLog(path.join(folder, 'audit.jsonl'), new Set([olderHead?.lines]), replay.take)
  checkLog(log, head, manifest)
  checkCounts(folder, manifest, log)
  const known = replay.finish()
  if (figures !== undefined) checkNames(figures, known)
  if (targets !== undefined) compareTable('targets.csv', targets, loggedTargets(known))
  const now = manifest && Number(new Date(Date.parse(manifest.instant) + 8 * 3600_000).toISOString().slice(0, 4))
  if (figures && targets && progress && now)
    compareTable('progress.csv', progress, recompute(targets, figures, known, now))
  else say`· 缺少所需文件，状态未重新计算 | · statuses were not computed again: a file is missing`
  say`· 日志 ${log.count} 行，年度数据 ${figures?.size ?? 0} 项，阶段目标 ${targets?.size ?? 0} 个，逐一核对；revisions.csv 只核对指纹与行数 | · ${log.count} lines of the log, ${figures?.size ?? 0} figures, ${targets?.size ?? 0} milestones, each checked; of revisions.csv fingerprint and rows only`
  if (older !== undefined) checkOlder(folder, older, key, { ...log, rotations: known.rotations }, manifest?.previous)
}

/** The command line; answers the exit code. */
function main(words) {
  let folder
  let older
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '--older') older = words[(at += 1)]
    else if (words[at] === '--lang') language = words[(at += 1)]
    else folder = words[at]
  }
  folder ??= path.dirname(fileURLToPath(import.meta.url))
  const missing = [folder, older].filter((one) => one !== undefined && !existsSync(one))
  for (const one of missing) find`没有文件夹 ${one} | there is no folder ${one}`
  try {
    if (missing.length === 0) checkSnapshot(folder, older)
  } catch (error) {
    find`核对中断：${error} | the check could not be finished: ${error}`
  }
  const count = countFindings()
  if (count === 0) say`✓ 一切相符 | ✓ All is well`
  else say`✗ 发现 ${count} 处不符 | ✗ ${count} ${count === 1 ? 'finding' : 'findings'}`
  return count === 0 ? 0 : 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href)
  process.exitCode = main(process.argv.slice(2))
