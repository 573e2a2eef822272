import type { Label } from '../domain/labels.ts'

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
  day: {
    'zh-CN': '不是日历上的一天。请填例如 2026-03-31。',
    en: 'Not a day of the calendar. Give for example 2026-03-31.',
  },
  year: {
    'zh-CN': '不是年份。请填例如 2025。',
    en: 'Not a year. Give for example 2025.',
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
  'unknown-field': {
    'zh-CN': '没有这个字段或参数。请删去，或对照 /docs 检查拼写。',
    en: 'There is no such field or parameter. Remove it, or check its spelling at /docs.',
  },
  'region-code': {
    'zh-CN': '不是地区代码。请填 2、4 或 6 位数字，例如 63；全国为 00。',
    en: 'Not a region code. Give 2, 4 or 6 digits, for example 63; the nation is 00.',
  },
  slug: {
    'zh-CN': '不是有效编号。请用小写字母、数字和单个连字符，例如 rd-intensity。',
    en: 'Not a valid code. Use lower-case letters, digits and single hyphens, for example rd-intensity.',
  },
  figure: {
    'zh-CN': '不是一个确定的十进制数。请填例如 17.55 或 -3.8，最多 30 位数字。',
    en: 'Not one exact decimal. Give for example 17.55 or -3.8, at most 30 digits.',
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
} as const satisfies Record<string, Label>

export type Sentence = keyof typeof SENTENCES

export const isSentence = (code: string): code is Sentence => Object.hasOwn(SENTENCES, code)
