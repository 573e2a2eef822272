import { FIELD_SENTENCES } from '../domain/field-sentences.ts'
import type { Label } from '../domain/labels.ts'
import { PROMISE_FLAW_SENTENCES } from '../domain/promise-sentences.ts'

// What a problem says, by its code. Say what is, then what to do.
export const SENTENCES = {
  'not-found': {
    'zh-CN': '没有这个地址或这项内容。请检查编号，或从列表重新进入。',
    en: 'There is nothing at this address. Check the identifier, or start again from a list.',
  },
  'invalid-request': {
    'zh-CN': '请求中有字段不符合要求，逐项说明见 errors。',
    en: 'Some fields of the request are not valid; see errors for each of them.',
  },
  'unreadable-request': {
    'zh-CN': '请求无法读取。请检查地址编码、请求头和正文格式。',
    en: 'The request cannot be read. Check the encoding of the address, the headers and the form of the body.',
  },
  'method-not-allowed': {
    'zh-CN': '这个地址不接受这种方法。可用的方法见 Allow 头。',
    en: 'This address does not take this method. Those that it takes are in the header Allow.',
  },
  'not-signed-in': {
    'zh-CN': '尚未登录，或登录已经失效。请登录后再试。',
    en: 'You are not signed in, or your session has ended. Sign in and try again.',
  },
  'sign-in-failed': {
    'zh-CN': '用户名或密码不对，或这个账号不能登录。请检查后再试；忘记密码时，请管理员给一个一次性链接。',
    en: 'User name or password are wrong, or the account may not sign in. Check both and try again; for a forgotten password ask an administrator for a one-time link.',
  },
  'sign-in-held': {
    'zh-CN': '尝试次数过多，暂停登录。请稍后再试。',
    en: 'Too many attempts; signing in is held. Try again later.',
  },
  'sign-ins-busy': {
    'zh-CN': '同时登录的人过多。请几秒钟后再试。',
    en: 'Too many people sign in at once. Try again in some seconds.',
  },
  'password-expired': {
    'zh-CN': '密码已经到期。请先修改密码，再继续。',
    en: 'The password has expired. Change it first, then go on.',
  },
  'password-wrong': {
    'zh-CN': '现在的密码不对。请重新输入。',
    en: 'This is not the present password. Type it again.',
  },
  'password-unstorable': {
    'zh-CN': '密码里有无法保存的字符（空字符或半个字）。请换掉这个字符。',
    en: 'The password has a character that cannot be stored (NUL or half a character). Take another character.',
  },
  'password-short-15': {
    'zh-CN': '密码太短，至少 15 个字符。可以用一句只有自己知道的话。',
    en: 'The password is too short; give at least 15 characters. A sentence that only you know will do.',
  },
  'password-short-10': {
    'zh-CN': '密码太短，至少 10 个字符。',
    en: 'The password is too short; give at least 10 characters.',
  },
  'password-long': {
    'zh-CN': '密码太长，最多 200 个字符。',
    en: 'The password is too long; give at most 200 characters.',
  },
  'password-unmixed': {
    'zh-CN': '密码的字符种类太少。请在大写字母、小写字母、数字、其他字符中至少用三种。',
    en: 'The password has too few kinds of characters. Mix at least three of capital letters, small letters, digits and others.',
  },
  'password-holds-username': {
    'zh-CN': '密码里含有用户名。请换一个。',
    en: 'The password has the user name in it. Choose another.',
  },
  'password-commonplace': {
    'zh-CN': '密码太常见：大部分是常用词、用户名、重复或连续的字符。请换一个别人想不到的。',
    en: 'The password is commonplace: most of it are words that everyone tries, the user name, or repeated or consecutive characters. Choose one that nobody guesses.',
  },
  'password-used': {
    'zh-CN': '这个密码最近用过。请换一个与最近 5 个都不同的。',
    en: 'This password was used lately. Choose one that differs from the last 5.',
  },
  'username-taken': {
    'zh-CN': '这个用户名已经有人用，或留给了系统。请换一个。',
    en: 'This user name is taken, or kept for the program. Choose another.',
  },
  'unknown-region': {
    'zh-CN': '没有这个地区。请从地区列表里选。',
    en: 'There is no such region. Choose one of the list of regions.',
  },
  'region-not-taken': {
    'zh-CN': '只有填报员和审核员有地区。请去掉地区。',
    en: 'Only reporters and reviewers belong to a region. Leave it out.',
  },
  'last-administrator': {
    'zh-CN': '这是最后一个能登录的管理员，不能停用，也不能改成别的角色。请先让另一位管理员设好密码。',
    en: 'This is the last administrator who can sign in, and can neither be made inactive nor given another role. Have another administrator set a password first.',
  },
  'inactive-account': {
    'zh-CN': '这个账号已经停用。请先启用，再给链接。',
    en: 'This account is inactive. Make it active before giving a link.',
  },
  'account-changed': {
    'zh-CN': '别人刚改过这个账号。请重新打开，看过后再改。',
    en: 'Someone has just changed this account. Open it again, and change what you see then.',
  },
  'foreign-origin': {
    'zh-CN': '这个改动不是从本站页面发出的，没有执行。请从本站重新打开页面。',
    en: 'This change does not come from a page of this site, and was not made. Open the page from this site again.',
  },
  'unstorable-text': {
    'zh-CN': '文字里有无法保存的字符（空字符或半个字）。请删去后重新输入。',
    en: 'The text has a character that cannot be stored (NUL or half a character). Remove it and type it again.',
  },
  'blank-text': {
    'zh-CN': '只有空格。请写出内容，或不填。',
    en: 'There are only blanks. Write something, or leave it out.',
  },
  'request-too-long': {
    'zh-CN': '请求过长，服务器不读取。请缩短地址、请求头或正文。',
    en: 'The request is longer than the server reads. Shorten the address, the headers or the body.',
  },
  'request-timeout': {
    'zh-CN': '请求没有及时发完。请检查网络后重试。',
    en: 'The request was not sent in time. Check the network and try again.',
  },
  'internal-error': {
    'zh-CN': '服务器出错，没有数据因此改变。请稍后再试，仍不行时把 requestId 告诉管理员。',
    en: 'The server failed; no data was changed. Try again later, and if it persists give the requestId to an administrator.',
  },
  'not-ready': {
    'zh-CN': '服务暂时不宜接受请求，原因见 errors。请稍后再试，或把请求交给另一台服务器。',
    en: 'Requests should not be sent here now; see errors for why. Try again in a moment, or ask another server.',
  },
  'service-stopping': {
    'zh-CN': '服务正在停止，只答完已经收到的请求。',
    en: 'The service is stopping, and only ends what it has begun.',
  },
  'database-silent': {
    'zh-CN': '数据库没有在 2 秒内答复。',
    en: 'The database does not answer within 2 seconds.',
  },
  'exports-busy': {
    'zh-CN': '正在下载的文件较多。请过半分钟再试。',
    en: 'Many files are being taken. Try again in half a minute.',
  },
  'database-unavailable': {
    'zh-CN': '数据库连接中断，可能正在重启或切换。请几秒钟后再试；如果刚才在保存，请先查看是否已经保存。',
    en: 'The connection to the database was lost; it may be restarting. Try again in some seconds; if you were saving, look first whether it was saved.',
  },
  'done-before': {
    'zh-CN': '这个请求已经执行过，只是答复在途中丢失（一台服务器刚刚停机）。内容已经保存，请刷新后查看。',
    en: 'This request is done already; its answer was lost on the way, since a server has just gone. It is saved: reload to see it.',
  },
  'log-unsigned': {
    'zh-CN': '操作日志的末尾没有签上名，原因见服务日志。',
    en: 'The end of the audit log could not be signed; the log of the service says why.',
  },
  'log-broken': {
    'zh-CN': '操作日志或数据库文件有损坏，服务即将停止，原因见服务日志。',
    en: 'The audit log or the file of the database is broken, and the service stops; its log says why.',
  },
  'unknown-field': {
    'zh-CN': '没有这个字段或参数。请删去，或对照 /docs 检查拼写。',
    en: 'There is no such field or parameter. Remove it, or check its spelling at /docs.',
  },
  'region-code': {
    'zh-CN': '不是地区代码。请填 2、4 或 6 位数字，例如 63；全国为 00。',
    en: 'Not a region code. Give 2, 4 or 6 digits, for example 63; the nation is 00.',
  },
  measure: {
    'zh-CN': '不是有效的计量方式。请填 value、yoy 或 since:年份，例如 since:2020。',
    en: 'Not a valid measure. Give value, yoy or since: with a year, for example since:2020.',
  },
  'whole-number': {
    'zh-CN': '不是一个整数。请只用数字填写一次，例如 100。',
    en: 'Not one whole number. Give it once, in plain digits, for example 100.',
  },
  milestone: {
    'zh-CN': '不是年份。请填例如 2030，或 next（各取下一阶段）。',
    en: 'Not a year. Give for example 2030, or next for the next milestone of each target.',
  },
  'as-of': {
    'zh-CN': '不是存在的日期或时刻。请填 2026-03-18 或 2026-03-18T00:00:00Z。',
    en: 'Not an existing date or instant. Give 2026-03-18 or 2026-03-18T00:00:00Z.',
  },
  'as-of-future': {
    'zh-CN': '这个时刻还没有到。请填今天或更早。',
    en: 'This instant has not come yet. Give today or earlier.',
  },
  cursor: {
    'zh-CN': '不是上一页给出的 nextCursor。请去掉 cursor，从第一页开始。',
    en: 'Not a nextCursor of an earlier answer. Leave cursor out to start from the first page.',
  },
  'future-year': {
    'zh-CN': '这一年还没有到。请填今年或更早的年份。',
    en: 'This year has not come yet. Give this year or an earlier one.',
  },
  'from-and-cursor': {
    'zh-CN': '有了 cursor 就不再用 from。请去掉一个。',
    en: 'Beside a cursor there is no from. Leave out one of the two.',
  },
  'unknown-indicator': {
    'zh-CN': '没有这项指标。请对照 /api/indicators 检查编号。',
    en: 'There is no such indicator. Check its code against /api/indicators.',
  },
  'revision-conflict': {
    'zh-CN': '其间已有别人改过。没有覆盖；请看过现在的内容后再保存。',
    en: 'Someone else changed it meanwhile. Nothing was overwritten; look at what it is now, then save again.',
  },
  'figure-twice': {
    'zh-CN': '同一项数据在这次保存里出现了两次。请只留一次。',
    en: 'The same figure is there twice. Leave only one of them.',
  },
  'missing-reason-needed': {
    'zh-CN': '没有数值时要说明原因：尚未公布、不适用或未收集。',
    en: 'Without a value a reason is needed: not-yet-published, not-applicable or not-collected.',
  },
  'missing-with-value': {
    'zh-CN': '缺数的原因、初步数和口径变更不能与所填数值矛盾。有数值就不填原因，没有数值就不标初步数和口径变更。',
    en: 'With a value there is no reason for its absence; without one it is neither provisional nor a break.',
  },
  'entry-locked': {
    'zh-CN': '这项数据已审核通过并锁定。要更正，请管理员开放修订填报期。',
    en: 'This figure is approved and locked. To correct it, ask an administrator to open a revision round.',
  },
  'entry-not-yet-open': {
    'zh-CN': '这一年的填报期还没有开放。',
    en: 'The round of this year is not yet open.',
  },
  'entry-closed': {
    'zh-CN': '填报期已经截止。请管理员延期，或等补报填报期。',
    en: 'The round is closed. Ask an administrator to extend it, or wait for a late round.',
  },
  'entry-no-round': {
    'zh-CN': '这一年没有填报期。请管理员开放填报期。',
    en: 'There is no round of this year. Ask an administrator to open one.',
  },
  'entry-not-asked': {
    'zh-CN': '这个地区没有这项指标：没有目标涉及它，填报期也没有要求。',
    en: 'This region has no such indicator: no target is about it and no round asks for it.',
  },
  'under-review': {
    'zh-CN': '这项数据正在等待审核。要修改，请先撤回。',
    en: 'This figure is waiting for its review. To change it, withdraw it first.',
  },
  'correction-needed': {
    'zh-CN': '这项数据已审核通过。更正要写明原因代码和一句说明。',
    en: 'This figure is approved. A correction needs a reason code and a sentence.',
  },
  'correction-not-asked': {
    'zh-CN': '还没有审核通过的数据，不需要更正原因。请去掉 correction。',
    en: 'Nothing is approved yet, so there is nothing to correct. Leave correction out.',
  },
  'no-draft': {
    'zh-CN': '这项数据没有草稿可以放弃，或已经提交。',
    en: 'There is no draft of this figure to take back, or it is submitted.',
  },
  'file-refused': {
    'zh-CN': '这个文件没有导入，什么都没有改。原因见 errors。',
    en: 'The file was not imported, and nothing was changed; see errors for why.',
  },
  'nothing-asked': {
    'zh-CN': '这个地区这一年没有要填报的数据。请检查地区和年份。',
    en: 'Nothing is asked of this region in this year. Check region and year.',
  },
  'nothing-to-submit': {
    'zh-CN': '没有可以提交的草稿。请先填写；已退回的，请修改后再提交。',
    en: 'There is no draft to submit. Enter one first; what was returned has to be changed before.',
  },
  'checks-failed': {
    'zh-CN': '有数据没有通过检查，全部没有提交。请按 errors 逐项改正或说明。',
    en: 'Some figures do not pass the checks, so none was submitted. Correct or explain each of errors.',
  },
  'series-contradicts': {
    'zh-CN': '如果审核通过，数据会前后矛盾，全部没有通过。请退回有误的一项，或先审核另一年的数据。',
    en: 'Approved like this, the series would contradict itself, so nothing was approved. Return the figure that is wrong, or decide on the other year first.',
  },
  'nothing-to-withdraw': {
    'zh-CN': '没有可以撤回的数据：没有提交，或已经审核。',
    en: 'There is nothing to withdraw: nothing is submitted, or it is decided already.',
  },
  'already-decided': {
    'zh-CN': '这项数据已不在待审核状态：已审核，或已被撤回。请刷新后再看。',
    en: 'This figure no longer waits for a decision: it was decided or withdrawn. Look again.',
  },
  'snapshot-under-way': {
    'zh-CN': '正在生成另一号快照，每次只生成一号。请等它完成后再试。',
    en: 'Another snapshot is being made, one at a time. Try again when it is done.',
  },
  'same-snapshot': {
    'zh-CN': '这是同一号快照。请选两号不同的快照来比较。',
    en: 'This is the same snapshot. Choose two different ones to compare.',
  },
  'snapshot-gone': {
    'zh-CN':
      '这号快照的文件已不在服务器上。请用已下载的副本，或请管理人员运行 npm run snapshot -- --again 加编号，按原样重新生成。',
    en: 'The files of this snapshot are no longer on the server. Use a copy that was downloaded, or have npm run snapshot -- --again with its number make them again, byte for byte.',
  },
  'own-entry': {
    'zh-CN': '不能审核本人填报或提交的数据。请由另一名审核员审核。',
    en: 'Nobody reviews what they entered or submitted. Another reviewer has to decide.',
  },
  'comment-needed': {
    'zh-CN': '退回要写明意见，填报员才知道怎样改。',
    en: 'A return needs a comment, so that the reporter knows what to change.',
  },
  'unknown-plan': {
    'zh-CN': '没有这个方案。请对照 /api/plans 检查编号。',
    en: 'There is no such plan. Check its code against /api/plans.',
  },
  'unknown-theme': {
    'zh-CN': '没有这个领域。请对照 /api/themes 检查编号。',
    en: 'There is no such theme. Check its code against /api/themes.',
  },
  'unknown-target': {
    'zh-CN': '没有这项目标，或是它自己。请检查编号，或不填。',
    en: 'There is no such target, or it is the target itself. Check the id, or leave it out.',
  },
  'code-taken': {
    'zh-CN': '这个编号已经用过。编号永远不变，请另取一个。',
    en: 'This code is taken. Codes are for ever; choose another.',
  },
  'target-twice': {
    'zh-CN': '这个方案在这个地区对这项指标已有目标。请修改那一项。',
    en: 'This plan has a target about this indicator in this region already. Revise that one.',
  },
  'adopted-not-approved': {
    'zh-CN': '选定的基期要与那一年审核通过的数据一致。请先查看该年数据。',
    en: 'An adopted baseline is an approved figure of that year. Look up the figure of that year first.',
  },
  ...FIELD_SENTENCES,
  ...PROMISE_FLAW_SENTENCES,
} as const satisfies Record<string, Label>

export type Sentence = keyof typeof SENTENCES

export const isSentence = (code: string): code is Sentence => Object.hasOwn(SENTENCES, code)
