// 核对数据快照：node verify.mjs [文件夹] [--older 更早的快照文件夹] [--lang zh|en|both]
// 不需要联网，不需要软件包，只需要 Node.js 18 或更新版本。不写文件夹，即核对本文件所在的文件夹。依次核对：
//   一、SHA256SUMS 所列各文件的指纹；SHA256SUMS 与 HEAD 的签名；
//   二、审计日志 audit.jsonl 逐行相连，行数、末行指纹与 HEAD、manifest.json 一致；
//   三、revisions.csv、targets.csv、observations.csv 与日志所记逐行一致；
//   四、凭 targets.csv 与 observations.csv，按 METHOD.md 用精确分数重新计算 progress.csv 的每一列；
//   五、给出更早的快照时：较早的日志逐字节就是较新日志的开头，公钥前后相续。
// 最后一行是结论：一切相符则退出码为 0，有不符之处则为 1。本程序不引用签发程序的任何代码。
// 不能证明的：填报的数据本身真实；本文件未被换过、公钥属于谁（请与从其他渠道得到的比对）。
//
// Checks a snapshot: node verify.mjs [FOLDER] [--older FOLDER-OF-AN-OLDER-SNAPSHOT] [--lang zh|en|both]
// Without a network and without packages, with any Node.js from 18 on. Without a folder, the one of this file. In order:
//   1. fingerprints of the files that SHA256SUMS lists; signatures of SHA256SUMS and HEAD;
//   2. the audit log audit.jsonl, link by link; its length and last hash are those of HEAD and manifest.json;
//   3. revisions.csv, targets.csv and observations.csv say what the log says, row by row;
//   4. every column of progress.csv, computed again by METHOD.md from targets.csv and observations.csv, on exact
//      fractions; of the log only the decimals to round to, and the order of revisions and breaks, are taken;
//   5. with an older snapshot: its log is, byte for byte, the beginning of the newer one, and key follows key.
// The last line is the verdict; the exit code is 0 where all is well and 1 where anything was found. No code of the
// issuer is used. Not proven: that the figures are true; that this file was not exchanged, and whose the public key is
// (compare both with what you have from elsewhere).
//
// 怎样读：先读文末的“全部核对”，它依次调用其余各节；再读您要查证的一节。各节行数：
// How to read: first "All of it" at the end, which calls the others; then what you want to be sure of. Their lines:
//     67  输出 What is said
//     34  读取 Reading
//     85  表格 The tables
//     50  一、指纹与签名 1. Fingerprints and signatures
//     49  二、日志 2. The log
//    135  三、日志与表格 3. What the log says
//     42  四、精确分数 4. Exact fractions
//    212  四、方法 4. The method
//     33  五、更早的快照 5. An older snapshot
//     75  全部核对 All of it

import * as crypto from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// ── 输出 What is said: a key, the sentence in Chinese and in English; {} is a value ──────────────────────────────────

const SENTENCES = `
absent      | 缺少 {}，或无法读取 | {} is absent or cannot be read
malformed   | {} 读不懂，或不合规定 | {} cannot be understood, or is not as it must be
lacks       | {} 缺少 {} | {} lacks {}
extra       | {} 多出 {} | {} has {}, which should not be there
cell        | {} {} {}：核对得“{}”，表中“{}” | {} {} {}: ours "{}", theirs "{}"
count       | {} 有 {} 行，{} 说是 {} 行 | {} has {} lines, {} says {}
fingerprint | {} 的指纹与 {} 不符 | {} does not have the fingerprint that {} says
signature   | {}.sig 不是 public-key.pem 所对应的签名 | {}.sig is no signature by the key of public-key.pem
link        | 日志第 {} 行没有接上前一行（{}）：有一行被改过、删去或调换 | line {} of the log does not continue the line before ({})
late        | 日志有晚于 manifest.json 所记时点的行 | the log has lines later than the instant of manifest.json
older-head  | 较早的 HEAD（第 {} 行，{}）不在较新的日志中 | the older HEAD (line {}, {}) is not in the newer log
older-log   | 较早的日志不是较新日志的开头：从第 {} 行起不同 | the older log is not the beginning of the newer one: they differ from line {} on
longer      | 较早快照的日志反而更长（多出第 {} 行起）：日志被截短，或两号放反了 | the older log is the longer one, from line {} on: the log was cut off, or the two are the wrong way round
older-key   | 两份快照的公钥不同，日志中也没有由旧钥签署的更换 | the two snapshots have different keys, and the log has no change of keys that the old one signed
stopped     | 核对中断：{} | the check could not be finished: {}
more        | ……同类的不再逐条列出 | … more of this kind are only counted
snapshot    | 快照 {} | The snapshot {}
older       | 更早的快照 {} | The older snapshot {}
previous    | 正是上一号快照 | it is the snapshot before this one
stranger    | {} 不在 SHA256SUMS 中，不属于快照，未核对 | {} is not in SHA256SUMS: no part of the snapshot, not checked
columns     | {} 中本程序不认识、未核对的列：{} | columns of {} that this program does not know and did not check: {}
sha256      | {} 的 SHA-256：{} | SHA-256 of {}: {}
no-log      | 没有日志，表格与状态无从核对 | without the log neither tables nor statuses can be checked
checked     | 日志 {} 行，年度数据 {} 项，阶段目标 {} 个，逐一核对 | {} lines of the log, {} figures, {} milestones, each checked
good        | 一切相符 | All is well
bad         | 发现不符之处：{} | Findings: {}`
const sentences = new Map(SENTENCES.split('\n').map((line) => [line.split(' ', 1)[0], line.split(' | ').slice(1)]))

const TOLD = 20
let language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'both'
const findings = new Map()

/** A value in a sentence: no line ends or other signs by which it could pass for a sentence of this program. */
const plain = (value) =>
  String(value)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '·')
    .slice(0, 300)

function tell(mark, key, ...values) {
  const [zh, en] = sentences.get(key).map((text) => {
    const left = [...values]
    return `${mark} ${text.replace(/\{\}/g, () => plain(left.shift()))}`
  })
  if (language !== 'en') console.log(zh)
  if (language !== 'zh') console.log(language === 'both' ? `    ${en}` : en)
}

/** One finding; of each kind only the first are told, and all are counted. */
function find(key, ...values) {
  const count = (findings.get(key) ?? 0) + 1
  findings.set(key, count)
  if (count <= TOLD) tell('✗', key, ...values)
  if (count === TOLD) tell('✗', 'more')
}

/** Does something; where it fails, that is a finding. */
function attempt(what, key, ...values) {
  try {
    return what()
  } catch (error) {
    find(key, ...values, error)
  }
}

// ── 读取 Reading: in pieces, so that memory does not grow with the length of a file ──────────────────────────────────
// Log and tables are held as bytes, each a character ("latin1"): exact and quick. Only what is told is `decoded`.

const decoded = (bytes) => Buffer.from(String(bytes), 'latin1').toString('utf8')

/** The bytes of a small file; undefined, and a finding, where it cannot be read. */
const read = (folder, name) => attempt(() => readFileSync(path.join(folder, name)), 'absent', path.join(folder, name))

/** A file in blocks; each is gone with the next one. */
function* blocksOf(file) {
  const opened = openSync(file, 'r')
  const block = Buffer.allocUnsafe(1 << 16)
  try {
    for (let size; (size = readSync(opened, block, 0, block.length, null)) > 0; ) yield block.subarray(0, size)
  } finally {
    closeSync(opened)
  }
}

/** The lines of a file without their ends; what follows the last end is a line of its own, unless it is empty. */
function* linesOf(file) {
  let rest = ''
  for (const block of blocksOf(file)) {
    const bytes = block.toString('latin1')
    let from = 0
    for (let end; (end = bytes.indexOf('\n', from)) >= 0; from = end + 1) {
      yield rest + bytes.slice(from, end)
      rest = ''
    }
    rest += bytes.slice(from)
  }
  if (rest !== '') yield rest
}

// ── 表格 The tables: a row has the same names in a file and in the log: missing_reason is missingReason there ─────────

/** All columns. Those with a star hold text: what a spreadsheet would take for a formula has a single quote before it. */
const COLUMNS = {
  'observations.csv': `region_code region_zh* indicator_code indicator_zh* unit_zh* year measure value missing_reason
    provisional break_before source* note* revision entered_by* entered_at approved_by* approved_at sample entered_seq
    approved_seq`,
  'targets.csv': `target_id plan_code plan_zh* document_number* region_code indicator_code indicator_zh* unit_zh* kind
    better theme owner_zh* milestone_year comparator value value_high tolerance wording* deadline_basis baseline_year
    baseline_value baseline_basis baseline_quote* clause* quote* source_file* conflicts* revised_seq`,
  'progress.csv': `target_id milestone_year status reason covered_share path_share expected latest_year latest_value gap
    required_per_year recent_per_year projected_year projection_refused second_ratio second_status method method_version
    flags sample target_seq figure_seqs`,
  'revisions.csv': 'seq at actor* role object* field* old* new* state reason_code reason* comment*',
}
for (const [file, names] of Object.entries(COLUMNS)) {
  COLUMNS[file] = names.split(/\s+/).map((name) => {
    const column = name.replace('*', '')
    return { column, property: column.replace(/_(.)/g, (_, letter) => letter.toUpperCase()), isText: column !== name }
  })
}

/** How many rows each file was found to have. */
const counted = new Map()

/** The records of a table after its head; none where the file is absent, which the fingerprints have told. */
function* recordsOf(folder, name) {
  const file = path.join(folder, name)
  if (!existsSync(file)) return
  let [count, record] = [-1, '']
  for (const line of linesOf(file)) {
    record += line
    if (record.includes('"') && record.split('"').length % 2 === 0) {
      // A line end within quotes belongs to its record.
      record += '\n'
      continue
    }
    count += 1
    if (record.endsWith('\r')) record = record.slice(0, -1)
    if (count === 0) checkHead(name, decoded(record))
    else yield record
    record = ''
  }
  if (record !== '') find('malformed', `${name}: "`)
  if (count < 0) checkHead(name, '')
  counted.set(name, Math.max(count, 0))
}

function checkHead(name, head) {
  const names = COLUMNS[name].map(({ column }) => column)
  const found = head.replace('\uFEFF', '').split(',')
  if (found.slice(0, names.length).join() !== names.join()) find('malformed', `${name}: ${head}`)
  if (found.length > names.length) tell('·', 'columns', name, found.slice(names.length))
}

const CELL = /,(?:"((?:[^"]|"")*)"|([^,]*))/g
function toRow(name, record) {
  const quoted = () => [...`,${record}`.matchAll(CELL)].map(([, text, bare]) => text?.replaceAll('""', '"') ?? bare)
  const cells = record.includes('"') ? quoted() : record.split(',')
  const row = {}
  let at = 0
  for (const { property, isText } of COLUMNS[name]) {
    const cell = cells[at++] ?? ''
    row[property] = isText && cell.startsWith("'") ? cell.slice(1) : cell
  }
  return row
}

/** Holds a table against the rows that it must have, which are used up; `toOurs` says one of them in its columns. */
function checkTable(folder, name, keyOf, wanted, toOurs, take = () => {}) {
  for (const record of recordsOf(folder, name)) {
    const row = toRow(name, record)
    const key = keyOf(row)
    const found = wanted.get(key)
    take(row, found)
    if (!wanted.delete(key)) find('extra', name, decoded(key))
    const ours = found && attempt(() => toOurs(found), 'malformed', `${name}: ${decoded(key)}`)
    for (const { column, property } of ours ? COLUMNS[name] : []) {
      const value = String(ours[property] ?? '')
      if (value !== row[property]) find('cell', name, ...[key, column, value, row[property]].map(decoded))
    }
  }
  for (const key of wanted.keys()) find('lacks', name, decoded(key))
}

// ── 一、指纹与签名 1. Fingerprints and signatures: the files are those that were signed ──────────────────────────────

/** The same in newer and older versions of Node.js; the newer way is faster. */
const sha256 = crypto.hash
  ? (bytes) => crypto.hash('sha256', Buffer.from(bytes, 'latin1'))
  : (bytes) => crypto.createHash('sha256').update(bytes, 'latin1').digest('hex')

function sha256OfFile(file) {
  const hash = crypto.createHash('sha256')
  for (const block of blocksOf(file)) hash.update(block)
  return hash.digest('hex')
}

/** What is not in SHA256SUMS: itself, and what is signed and therefore not the same when it is made again. */
const UNLISTED = ['SHA256SUMS', 'SHA256SUMS.sig', 'HEAD', 'HEAD.sig', 'public-key.pem']
const NEEDED = [...Object.keys(COLUMNS), 'audit.jsonl', 'manifest.json']

/** Answers the fingerprint of the whole snapshot, which is that of SHA256SUMS. */
function checkFingerprints(folder) {
  const sums = read(folder, 'SHA256SUMS')
  if (sums === undefined) return
  const listed = new Set()
  for (const line of sums.toString('utf8').split(/\r?\n/).filter(Boolean)) {
    const [, wanted, name] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(line) ?? []
    if (name === undefined) find('malformed', `SHA256SUMS: ${line}`)
    else if (!existsSync(path.join(folder, name))) find('absent', path.join(folder, name))
    else if (sha256OfFile(path.join(folder, name)) !== wanted) find('fingerprint', name, 'SHA256SUMS')
    listed.add(name)
  }
  for (const name of NEEDED) if (!listed.has(name)) find('lacks', 'SHA256SUMS', name)
  for (const name of readdirSync(folder)) {
    if (!listed.has(name) && !UNLISTED.includes(name)) tell('·', 'stranger', name)
  }
  tell('·', 'sha256', 'SHA256SUMS', sha256(sums))
  return sha256(sums)
}

/** Answers the public key, which must be one of ECDSA P-256. */
function checkSignatures(folder) {
  const pem = read(folder, 'public-key.pem')
  const key = pem && attempt(() => crypto.createPublicKey(pem), 'malformed', 'public-key.pem')
  if (key && key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') find('malformed', 'public-key.pem')
  for (const name of ['SHA256SUMS', 'HEAD']) {
    const [bytes, signature] = [read(folder, name), read(folder, `${name}.sig`)]
    if (key && bytes && signature && !crypto.verify('sha256', bytes, key, signature)) find('signature', name)
  }
  if (pem) tell('·', 'sha256', 'public-key.pem', sha256(pem))
  return key
}

// ── 二、日志 2. The log: one chain, as long as HEAD and manifest.json say ────────────────────────────────────────────

/** What HEAD says of the log in its four lines: name, number of lines, hash of the last one, time. */
function readHead(folder) {
  const text = read(folder, 'HEAD')?.toString('utf8')
  const [, lines, hash] = /^[^\r\n]+\r?\n(\d+)\r?\n([0-9a-f]{64})\r?\n\d{4}-[^\r\n]+\s*$/.exec(text) ?? []
  if (hash !== undefined) return { name: 'HEAD', lines: Number(lines), hash }
  if (text !== undefined) find('malformed', 'HEAD')
}

/** What manifest.json says, with the year of its instant in Asia/Shanghai. */
function readManifest(folder) {
  const text = read(folder, 'manifest.json')
  const manifest = text && attempt(() => JSON.parse(text), 'malformed', 'manifest.json')
  const year = new Date(Date.parse(manifest?.instant) + 8 * 3600_000).getUTCFullYear()
  if (year > 0 && typeof manifest.rows === 'object') return { ...manifest, year }
  if (manifest !== undefined) find('malformed', 'manifest.json')
}

/** Where each line of the log starts, so that a single one can be read again. */
const starts = [0]
let openLog

function lineAt(seq) {
  const bytes = Buffer.allocUnsafe(starts[seq] - starts[seq - 1] - 1)
  readSync(openLog, bytes, 0, bytes.length, starts[seq - 1])
  return JSON.parse(bytes.toString('latin1'))
}

/** Walks the chain, and hands each line to `take`; `mark` is the number of the line whose hash is wanted. */
function walkLog(file, mark, take) {
  openLog = openSync(file, 'r')
  const log = { count: 0, hash: '0'.repeat(64), at: '' }
  for (const bytes of linesOf(file)) {
    const count = (log.count += 1)
    starts.push(starts[count - 1] + bytes.length + 1)
    const line = Object(attempt(() => JSON.parse(bytes), 'malformed', `audit.jsonl: ${count}`))
    if (line.prev !== log.hash) find('link', count, 'prev')
    if (line.seq !== count) find('link', count, 'seq')
    if (!(line.at >= log.at)) find('link', count, 'at')
    log.at = line.at ?? log.at
    log.hash = sha256(bytes)
    if (count === mark) log.marked = log.hash
    attempt(() => take(line), 'malformed', `audit.jsonl: ${count}`)
  }
  counted.set('audit.jsonl', log.count)
  return log
}

// ── 三、日志与表格 3. What the log says, and the rows that the tables must therefore have ────────────────────────────

/**
 * What the log has said: last of each thing; the figures under way by the line that entered them; all figures; targets
 * with all revisions. What a figure says is not kept: it is read again at the line that entered it.
 */
const known = { said: new Map(), entries: new Map(), figures: new Map(), targets: new Map(), rotations: [] }

/** Lines that say a thing whole; of indicators perhaps only what became another. */
const SAYING = /^((region|theme|plan|indicator)[.]add|(indicator|target|round|account)[.]revise|target[.]weigh)$/
/** What is said of a figure. */
const FIGURE = ['value', 'missingReason', 'provisional', 'breakBefore', 'source', 'note']
/** Steps of the review, and where each leaves the figure. */
const STEPS = { submit: 'submitted', withdraw: 'draft', approve: 'approved', return: 'returned', discard: 'discarded' }

/** Takes in a line; answers what it changed: what was so before, what is so after it, and the state of the figure. */
function takeIn(line) {
  const { seq, action, object, data } = line
  if (action === 'key.rotate') known.rotations.push(data)
  if (action === 'observation.enter') return takeEntry(line)
  if (action.startsWith('observation.')) return takeStep(line)
  if (!SAYING.test(action)) return
  const name = action === 'target.weigh' ? `${object}/weight` : object
  const before = known.said.get(name)
  const after = { ...before, ...data }
  known.said.set(name, after)
  if (action === 'target.revise') known.targets.set(data.id, [...(known.targets.get(data.id) ?? []), { ...data, seq }])
  return { before, after }
}

function takeEntry({ seq, object, data }) {
  let figure = known.figures.get(object)
  const before = figure && lineAt(figure.lastSeq).data
  if (!figure)
    known.figures.set(object, (figure = { lastSeq: 0, enteredSeq: 0, approvedSeq: 0, breakSeq: 0, by: '', at: '' }))
  figure.lastSeq = seq
  known.entries.set(seq, { figure, isBreak: data.breakBefore, state: 'draft' })
  // What was discarded may be entered again as it was: that changes nothing, and has no row.
  const isSame = before && FIGURE.every((name) => before[name] === data[name])
  return isSame ? undefined : { before, after: data, state: 'draft' }
}

function takeStep({ seq, at, actor, action, data }) {
  const entry = known.entries.get(data.observationId)
  const [before, state] = [{ state: entry.state }, STEPS[action.slice('observation.'.length)]]
  entry.state = state
  if (state === 'approved') {
    if (entry.isBreak) entry.figure.breakSeq ||= seq
    Object.assign(entry.figure, { enteredSeq: data.observationId, approvedSeq: seq, by: actor, at })
  }
  if (state === 'approved' || state === 'discarded') known.entries.delete(data.observationId)
  return { before, after: { state }, state }
}

/** What is said at a place such as `milestones.2030.value`; what is in a list goes by its year, else by its place. */
function saidAt(data, field) {
  const down = (part, name) =>
    Array.isArray(part) ? part.find((one, at) => String(one?.year ?? at + 1) === name) : part?.[name]
  const value = field.includes('.') ? field.split('.').reduce(down, data) : data?.[field]
  return Array.isArray(value) ? value.join(', ') : value
}

/** A text as it stands in a CSV file. What looks like a formula, also in full width (＋－＝＠), has a quote before it. */
function toCell(value) {
  const text = String(value ?? '')
  if (!/^[=+\-@\t\r\n'\xef]|[",\r\n]/.test(text)) return text
  const guarded = /^(?:[=+\-@\t\r\n']|\xef\xbc[\x8b\x8d\x9d\xa0])/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** What a field was or became; a figure has no quote before it. */
const toChangedCell = (value) => toCell(value).replace(/^'(-(0|[1-9][0-9]*)(\.[0-9]+)?)$/, '$1')

/** Holds the rows of revisions.csv against the log as it is walked; they follow its order. */
function startRevisions(folder) {
  const records = recordsOf(folder, 'revisions.csv')
  let [record, due] = []
  const goOn = () => {
    record = records.next().value
    due = Number.parseInt(record, 10)
  }
  goOn()
  return (line, change) => {
    const { seq, at, actor, role, object, data } = line
    const isDue = () => record !== undefined && !(due > seq)
    if (!isDue()) return change?.state && find('lacks', 'revisions.csv', seq)
    const { code, reason = line.reason } = data?.correction ?? {}
    const start = `${seq},${at},${toCell(actor)},${role},${toCell(object)},`
    const end = `,${change?.state ?? ''},${code ?? ''},${toCell(reason)},${toCell(data?.comment)}`
    for (; isDue(); goOn()) {
      const field = record.slice(start.length, record.indexOf(',', start.length))
      const [old, now] = [saidAt(change?.before, field), saidAt(change?.after, field)]
      const ours = `${start}${field},${toChangedCell(old)},${toChangedCell(now)}${end}`
      if (change === undefined) find('extra', 'revisions.csv', decoded(record))
      else if (record !== ours) find('cell', 'revisions.csv', ...[seq, field, ours, record].map(decoded))
    }
  }
}

/** The row of observations.csv that a figure in force must have; all else that it says is what was entered. */
function toFigureRow({ enteredSeq, approvedSeq, by, at }) {
  const { data: row, actor, at: enteredAt } = lineAt(enteredSeq)
  const indicator = known.said.get(`indicator/${row.indicatorCode}`)
  row.regionZh = known.said.get(`region/${row.regionCode}`)?.nameZh
  row.indicatorZh = indicator?.nameZh
  row.unitZh = indicator?.unitZh
  row.enteredSeq = enteredSeq
  row.enteredBy = actor
  row.enteredAt = enteredAt
  row.approvedSeq = approvedSeq
  row.approvedBy = by
  row.approvedAt = at
  return row
}

/** The rows of targets.csv as the log has them, by target and year. */
function promisedRows() {
  const rows = new Map()
  for (const [targetId, revisions] of known.targets) {
    const { milestones, conflicts, seq: revisedSeq, ...target } = revisions.at(-1)
    const { titleZh: planZh, documentNumber } = known.said.get(`plan/${target.planCode}`) ?? {}
    const indicator = known.said.get(`indicator/${target.indicatorCode}`) ?? {}
    const { nameZh: indicatorZh, unitZh, kind, better, theme } = indicator
    for (const { baseline, year: milestoneYear, wordingZh: wording, ...milestone } of milestones) {
      const { year: baselineYear, value: baselineValue, basis: baselineBasis, quote: baselineQuote } = baseline ?? {}
      rows.set(`${targetId} ${milestoneYear}`, {
        ...{ ...target, targetId, planZh, documentNumber, indicatorZh, unitZh, kind, better, theme, revisedSeq },
        ...{ ...milestone, milestoneYear, wording, baselineYear, baselineValue, baselineBasis, baselineQuote },
        conflicts: conflicts.length > 0 ? JSON.stringify(conflicts) : '',
      })
    }
  }
  return rows
}

// ── 四、精确分数 4. Exact fractions, of two whole numbers without limit: nothing is rounded before it is decided ──────

const fraction = (n, d = 1n) => (d < 0n ? { n: -n, d: -d } : { n, d })
const whole = (number) => fraction(BigInt(number))
const plus = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
const minus = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
const times = (a, b) => fraction(a.n * b.n, a.d * b.d)
const over = (a, b) => fraction(a.n * b.d, a.d * b.n)
const sign = ({ n }) => (n > 0n ? 1 : n < 0n ? -1 : 0)
const absolute = (a) => (a.n < 0n ? fraction(-a.n, a.d) : a)
/** The nearest whole number that is not larger. */
const floor = ({ n, d }) => n / d - (n % d < 0n ? 1n : 0n)
const [ZERO, ONE, LARGEST] = [whole(0), whole(1), whole(10n ** 15n)]

/** A decimal such as -3.50, or -3.5e-7. */
function decimal(text) {
  const [, minusSign, digits, rest = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text)
  const [n, shift] = [BigInt(minusSign + digits + rest), Number(exponent) - rest.length]
  return shift < 0 ? fraction(n, 10n ** BigInt(-shift)) : fraction(n * 10n ** BigInt(shift))
}

/** To so many places, a half away from zero; without zeros at the end, and never "-0". */
function rounded(a, places) {
  const { n, d } = absolute(a)
  const units = (2n * n * 10n ** BigInt(places) + d) / (2n * d)
  const digits = units.toString().padStart(places + 1, '0')
  const rest = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${a.n < 0n && units > 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${rest && `.${rest}`}`
}

/** A share or R: four places, not beyond 10^15, as JavaScript writes the number. */
function share(a) {
  const isLarge = sign(minus(absolute(a), LARGEST)) > 0
  return isLarge ? rounded(times(LARGEST, whole(sign(a))), 0) : String(Number(rounded(a, 4)))
}

/** The nearest number in double precision. */
function toNumber({ n, d }) {
  const shift = 40 + d.toString().length - n.toString().length
  return Number(`${shift < 0 ? n / (d * 10n ** BigInt(-shift)) : (n * 10n ** BigInt(shift)) / d}e${-shift}`)
}

// ── 四、方法 4. The method: what a milestone's status is. In quotes are the sections of METHOD.md ────────────────────

/** "The cut-offs" */
function cut(ratio) {
  const reaches = (limit) => sign(minus(ratio, decimal(limit))) >= 0
  return reaches('0.95') ? 'on-track' : reaches('0.6') ? 'behind' : reaches('0') ? 'far-behind' : 'moving-away'
}

/** "Changes against a base year": the chain, and the factor that it makes; or the sum of a flow; or the figure itself. */
function pointOf(kind, start, year, all) {
  const figures = all.filter((one) => one.year <= year)
  const last = figures.at(-1)
  const sum = (total, { value }) => plus(total, decimal(value))
  if (kind === 'flow') return { year, compared: figures, used: figures, value: figures.reduce(sum, start.value) }
  if (kind !== 'change') return { year, compared: figures, used: [last], value: decimal(last.value), entered: last }
  const since = figures.findLast(({ measure }) => measure !== 'yoy')
  const from = since?.year ?? start.year
  const used = figures.filter((one) => one === since || (one.measure === 'yoy' && one.year > from))
  const factor = used.reduce((all, { value }) => times(all, plus(ONE, over(decimal(value), whole(100)))), ONE)
  const isBroken = used.length < year - from + (since ? 1 : 0)
  const value = isBroken ? undefined : times(minus(factor, ONE), whole(100))
  return { year, compared: used, used, value, entered: isBroken || since?.year !== year ? undefined : since }
}

/** "The second method": R, or undefined. The yearly growth is taken so that no digits are lost near 1. */
function growthRatio(start, T, tT, { year, value }) {
  if (tT - start.year === 1) return over(minus(value, start.value), minus(T, start.value))
  const yearly = (factor, years) => {
    const isSmall = sign(minus(factor, decimal('0.5'))) < 0
    return Math.expm1((isSmall ? Math.log(toNumber(factor)) : Math.log1p(toNumber(minus(factor, ONE)))) / years)
  }
  const ratio = yearly(over(value, start.value), year - start.year) / yearly(over(T, start.value), tT - start.year)
  return Number.isFinite(ratio) ? decimal(ratio.toExponential(11)) : undefined
}

/** The names of what applies, in their order. */
const applying = (all) => Object.keys(all).filter((name) => all[name])

/** One milestone of targets.csv, judged by the figures of its series: the columns of progress.csv. */
function judge(row, series, { decimals, isNewBreak, isRevised, now }) {
  const { kind, comparator, better } = row
  const [tT, isMeasured] = [Number(row.milestoneYear), row.baselineYear !== '' && kind !== 'done']
  const start = isMeasured ? { year: Number(row.baselineYear), value: decimal(row.baselineValue) } : undefined

  // "Which figures are used", "Breaks of a series": the points on the milestone's scale, and the latest of them, (t, y).
  const isMeasurable = isMeasured || (kind !== 'flow' && kind !== 'change')
  const measures = kind === 'change' ? ['yoy', `since:${start?.year}`] : ['value']
  const isInYears = ({ year }) => year <= Math.min(tT, now) && !(year <= start?.year)
  const figures = series.filter((one) => measures.includes(one.measure) && isInYears(one))
  figures.sort((a, b) => a.year - b.year)
  const years = new Set(isMeasurable ? figures.map(({ year }) => year) : [])
  const every = [...years].map((year) => pointOf(kind, start, year, figures))
  for (const point of every) point.isAcross = isMeasured && point.compared.some(isNewBreak)
  const latest = every.at(-1)
  const points = every.filter((point) => point === latest || (point.value !== undefined && !point.isAcross))
  const before = points.at(-2) ?? start
  const [t, y] = [latest?.year, latest?.value]

  // "When a figure fulfils its milestone"
  const isBetter = (a, b) => sign(minus(a, b)) === (better === 'higher' ? 1 : -1)
  const promised = comparator === 'between' && better === 'lower' ? row.valueHigh : row.value
  const T = promised === '' ? undefined : decimal(promised)
  const allowance = T && comparator === 'about' ? times(decimal(row.tolerance || '0.05'), absolute(T)) : ZERO
  const limit = T && (better === 'higher' ? minus(T, allowance) : plus(T, allowance))
  const fulfils = (value) => (comparator === 'more-than' ? isBetter(value, T) : !isBetter(limit, value))
  const isCompared = T !== undefined && y !== undefined && !latest.isAcross
  const isFulfilled = isCompared && fulfils(y)

  // "Hold milestones", "The path": nothing where there is no way to go.
  const isHold = T !== undefined && isMeasured && !isBetter(T, start.value)
  const isOnPath = isCompared && isMeasured && !isHold
  const way = isOnPath && minus(T, start.value)
  const due = isOnPath && over(times(way, whole(t - start.year)), whole(tT - start.year))
  const covered = isOnPath ? over(minus(y, start.value), way) : undefined
  const pathShare = isOnPath ? over(minus(y, start.value), due) : undefined

  // "The eight statuses", in the order in which they are tried.
  const [isEnded, isIn] = [tT < now, figures.at(-1)?.year === tT]
  const [status, reason] = (() => {
    if (T === undefined) return ['not-assessable', 'not-quantified']
    if (latest?.isAcross) return ['not-assessable', 'definition-changed']
    if (!isMeasurable) return ['not-assessable', 'no-baseline']
    if (latest === undefined) return ['no-data', 'no-figure']
    if (y === undefined) return ['no-data', 'broken-chain']
    if (isFulfilled && (!isHold || isIn)) return ['achieved']
    if (!isFulfilled && isEnded && isIn) return ['missed']
    if (kind === 'done') return ['on-track']
    if (!isMeasured) return ['not-assessable', 'no-baseline']
    if (isOnPath) return [cut(pathShare)]
    return [isFulfilled ? 'on-track' : isBetter(y, before.value) ? 'behind' : 'moving-away']
  })()
  const isByPath = isOnPath && !['achieved', 'missed'].includes(status)

  // "The second method"
  const isGrowing = isOnPath && kind === 'level' && [start.value, y, T].every((one) => sign(one) > 0)
  const ratio = isGrowing ? growthRatio(start, T, tT, latest) : undefined

  // "Flags", in their order.
  const isOutdated = latest !== undefined && Math.min(now - 1, tT) - t > 2
  const isIncomplete = kind === 'flow' && latest !== undefined && figures.length < t - start.year
  const flags = {
    'met-then-lost': isCompared && !isFulfilled && points.slice(0, -1).some(({ value }) => fulfils(value)),
    slipping: isFulfilled && before !== undefined && isBetter(before.value, y),
    'awaiting-final': isEnded && !isIn,
    outdated: isOutdated,
    provisional: y !== undefined && latest.used.some(({ provisional }) => provisional),
    'assumed-baseline': isMeasured && row.baselineBasis !== 'printed',
    'incomplete-years': isIncomplete,
    'methods-disagree': isByPath && ratio !== undefined && cut(ratio) !== status,
    'target-revised': isRevised,
  }

  // "Pace and projection"
  const isPaced = isCompared && kind !== 'done'
  const recent = [...(isMeasured ? [start] : []), ...points].filter(({ year }) => year >= t - 5)
  const gap = isPaced ? minus(T, y) : undefined
  const flows = isPaced && kind === 'flow' ? figures.filter(({ year }) => year >= t - 4) : []
  let pace = isPaced && recent[0].year < t ? over(minus(y, recent[0].value), whole(t - recent[0].year)) : undefined
  if (flows.length > 0) pace = over(flows.map(({ value }) => decimal(value)).reduce(plus), whole(flows.length))
  const refusals = {
    [status]: status === 'not-assessable' || status === 'no-data',
    'kind-done': kind === 'done',
    fulfilled: isFulfilled,
    'too-few-figures': recent.length < 3,
    outdated: isOutdated,
    'incomplete-years': isIncomplete,
  }
  const [refusal] = applying(refusals)
  const distance = refusal === undefined && pace && isBetter(pace, ZERO) ? over(gap, pace) : undefined
  const wait = distance && (comparator === 'more-than' ? floor(distance) + 1n : -floor(minus(ZERO, distance)))
  const arrival = wait === undefined ? undefined : BigInt(t) + wait

  const derived = (value) => value && rounded(value, decimals + 2)
  const isShown = y !== undefined && (!latest.isAcross || latest.entered !== undefined)
  return {
    ...{ status, reason, method: 'linear-path', methodVersion: '1.0' },
    coveredShare: kind === 'done' && isCompared ? Number(isFulfilled) : covered && share(covered),
    pathShare: pathShare && share(pathShare),
    expected: isHold && isCompared ? promised : isOnPath ? derived(plus(start.value, due)) : undefined,
    latestYear: isShown ? t : undefined,
    latestValue: isShown ? (latest.entered?.value ?? derived(y)) : undefined,
    gap: derived(gap),
    requiredPerYear: isPaced && !isFulfilled && t < tT ? derived(over(gap, whole(tT - t))) : undefined,
    recentPerYear: derived(pace),
    projectedYear: arrival > 9999n ? undefined : arrival,
    projectionRefused: refusal,
    secondRatio: ratio && share(ratio),
    secondStatus: ratio && cut(ratio),
    flags: applying(flags).join(';'),
    figureSeqs: isShown ? latest.used.map(({ seq }) => seq).join(';') : '',
  }
}

const isSameNumber = (a, b) => a === b || (a !== null && b !== null && sign(minus(decimal(a), decimal(b))) === 0)
const isSameBaseline = (a, b) =>
  a === null || b === null ? a === b : a.year === b.year && a.basis === b.basis && isSameNumber(a.value, b.value)
const toleranceOf = ({ comparator, tolerance }) => (comparator === 'about' ? (tolerance ?? '0.05') : tolerance)
const isSamePromise = (a, b) =>
  [a.year, a.comparator].join() === [b.year, b.comparator].join() &&
  isSameNumber(a.value, b.value) &&
  isSameNumber(a.valueHigh, b.valueHigh) &&
  isSameNumber(toleranceOf(a), toleranceOf(b)) &&
  isSameBaseline(a.baseline, b.baseline)

/** "Revised targets": the milestones in force, each with the line since which its baseline stands, and whether it is revised. */
function trackMilestones(revisions) {
  let current = []
  let dropped = []
  for (const { seq, milestones } of revisions) {
    const years = milestones.map(({ year }) => year)
    const kept = current.map(({ now }) => now.year).filter((year) => years.includes(year))
    const gone = current.filter(({ now }) => !kept.includes(now.year)).sort((a, b) => b.now.year - a.now.year)
    current = [...milestones]
      .sort((a, b) => b.year - a.year)
      .map((now) => {
        const isBetween = (year, other) => year > Math.min(other, now.year) && year < Math.max(other, now.year)
        const displaced = gone.findIndex((one) => !kept.some((year) => isBetween(year, one.now.year)))
        const same = current.find((one) => one.now.year === now.year)
        const former = same ?? (displaced < 0 ? undefined : gone.splice(displaced, 1)[0])
        if (former) {
          const isUnmoved = isSameBaseline(former.now.baseline, now.baseline)
          return { first: former.first, now, since: isUnmoved ? former.since : seq }
        }
        const again = dropped.find((one) => one.now.year === now.year)
        dropped = dropped.filter((one) => one !== again)
        return { first: again?.first ?? now, now, since: seq }
      })
      .reverse()
    dropped.push(...gone)
  }
  for (const one of current) one.isRevised = !isSamePromise(one.first, one.now)
  for (const { first } of dropped.sort((a, b) => a.first.year - b.first.year)) {
    const free = current.filter(({ isRevised }) => !isRevised)
    const bearer = free.find(({ now }) => now.year > first.year) ?? free.at(-1)
    if (bearer && !current.some(({ now }) => isSamePromise(first, now))) bearer.isRevised = true
  }
  return current
}

/** The row of progress.csv that a row of targets.csv and its figures must give. */
function progressRow(row, series, now) {
  const { targetId, milestoneYear } = row
  const revisions = known.targets.get(targetId)
  const { since, isRevised } = trackMilestones(revisions).find((one) => one.now.year === Number(milestoneYear))
  const { decimals } = known.said.get(`indicator/${row.indicatorCode}`)
  const isNewBreak = ({ isBreak, breakSeq }) => isBreak && breakSeq > since
  const figures = series.filter(({ value }) => value !== '')
  const sample = revisions.some((one) => one.sample) || series.some((one) => one.sample)
  const judged = judge(row, figures, { decimals, isNewBreak, isRevised, now })
  return { ...judged, targetId, milestoneYear, sample, targetSeq: row.revisedSeq }
}

// ── 五、更早的快照 5. An older snapshot: history was only added to, under keys of which each signed the next ──────────

function checkOlder(folder, older, { key, head, marked, previous }) {
  tell('·', 'older', older)
  if (checkFingerprints(older) === previous) tell('·', 'previous')
  const olderKey = checkSignatures(older)
  if (head && head.hash !== marked) find('older-head', head.lines, head.hash)
  if (existsSync(path.join(older, 'audit.jsonl'))) checkBeginning(folder, older)
  if (key && olderKey && !isSuccessor(olderKey, key)) find('older-key')
}

function checkBeginning(folder, older) {
  const newer = linesOf(path.join(folder, 'audit.jsonl'))
  let count = 0
  for (const line of linesOf(path.join(older, 'audit.jsonl'))) {
    count += 1
    const { value, done } = newer.next()
    if (done) return find('longer', count)
    if (line !== value) return find('older-log', count)
  }
}

/** Whether the newer key is the older one, or follows it by changes of which each is signed by the key before. */
function isSuccessor(older, newer) {
  let key = older
  for (const { publicKeyPem, signature } of known.rotations) {
    const next = attempt(() => crypto.createPublicKey(publicKeyPem), 'malformed', 'audit.jsonl: key.rotate')
    const bytes = next?.export({ type: 'spki', format: 'der' })
    if (next && crypto.verify('sha256', bytes, key, Buffer.from(signature, 'base64'))) key = next
  }
  return key.equals(newer)
}

// ── 全部核对 All of it, in order ─────────────────────────────────────────────────────────────────────────────────────

function checkSnapshot(folder, older) {
  tell('·', 'snapshot', folder)
  checkFingerprints(folder)
  const key = checkSignatures(folder)
  const [head, manifest] = [readHead(folder), readManifest(folder)]
  const file = path.join(folder, 'audit.jsonl')
  if (!existsSync(file)) return tell('·', 'no-log')

  const checkRevisions = startRevisions(folder)
  const olderHead = older && readHead(older)
  const log = walkLog(file, olderHead?.lines, (line) => checkRevisions(line, takeIn(line)))
  checkRevisions({ seq: Infinity })
  const sayings = [head, manifest && { name: 'manifest.json', lines: manifest.seq, hash: manifest.lastHash }]
  for (const { name, lines, hash } of sayings.filter(Boolean)) {
    if (lines !== log.count) find('count', 'audit.jsonl', log.count, name, lines)
    if (hash !== log.hash) find('fingerprint', `audit.jsonl: ${log.count}`, name)
  }
  if (log.at > manifest?.instant) find('late')

  checkTables(folder, manifest?.year)
  for (const [name, count] of manifest ? counted : []) {
    if (count !== manifest.rows[name]) find('count', name, count, 'manifest.json', manifest.rows[name])
  }
  tell('·', 'checked', ...['audit.jsonl', 'observations.csv', 'targets.csv'].map((name) => counted.get(name) ?? 0))
  const { marked } = log
  if (older !== undefined) checkOlder(folder, older, { key, head: olderHead, marked, previous: manifest?.previous })
}

/** Targets and figures are held against the log; what they then say is what progress is computed from. */
function checkTables(folder, now) {
  const promised = new Map()
  const series = new Map()
  const seriesOf = ({ regionCode, indicatorCode }) => `${regionCode}/${indicatorCode}`
  const byMilestone = ({ targetId, milestoneYear }) => `${targetId} ${milestoneYear}`
  const takePromise = (row) => {
    promised.set(byMilestone(row), row)
    series.set(seriesOf(row), [])
  }
  checkTable(folder, 'targets.csv', byMilestone, promisedRows(), (row) => row, takePromise)

  const takeFigure = (row, logged) => {
    const [isBreak, provisional, sample] = [row.breakBefore, row.provisional, row.sample].map((one) => one === 'true')
    const { measure, value, enteredSeq: seq } = row
    const figure = { year: Number(row.year), measure, value, seq, provisional, sample, isBreak }
    series.get(seriesOf(row))?.push({ ...figure, breakSeq: logged?.breakSeq })
  }
  const byObject = (row) => `observation/${seriesOf(row)}/${row.year}/${row.measure}`
  for (const [object, { approvedSeq }] of known.figures) if (approvedSeq === 0) known.figures.delete(object)
  checkTable(folder, 'observations.csv', byObject, known.figures, toFigureRow, takeFigure)

  const toProgressRow = (row) => progressRow(row, series.get(seriesOf(row)), now)
  checkTable(folder, 'progress.csv', byMilestone, promised, toProgressRow)
}

/** The command line; answers the exit code. */
function main(words) {
  let [folder, older] = [path.dirname(fileURLToPath(import.meta.url))]
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '--older') older = words[(at += 1)]
    else if (words[at] === '--lang') language = words[(at += 1)]
    else folder = words[at]
  }
  const missing = [folder, older].filter((one) => one !== undefined && !existsSync(one))
  for (const one of missing) find('absent', one)
  if (missing.length === 0) attempt(() => checkSnapshot(folder, older), 'stopped')
  const count = [...findings.values()].reduce((sum, one) => sum + one, 0)
  if (count === 0) tell('✓', 'good')
  else tell('✗', 'bad', count)
  return count === 0 ? 0 : 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href)
  process.exitCode = main(process.argv.slice(2))
