import type { AccountRole } from '../../server/domain/words.ts'
import type { AccountAct, AccountStand } from '../pages/admin/accounts/account-terms.ts'
import type { Catalogue } from './catalogue.ts'

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const zh = {
  lede: (all: number, waiting: number, inactive: number) =>
    `${all} 个账号${waiting > 0 ? `，${waiting} 个还没设密码` : '，都已设密码'}${inactive > 0 ? `，${inactive} 个已停用` : ''}`,
  lead: '每个人一个账号，一个角色。密码由本人通过一次性链接设定，管理员看不到。',
  add: '新建账号',
  caption: '账号',
  columns: { name: '姓名', role: '角色', region: '地区', stand: '能否登录', seen: '最近登录' },
  stands: {
    inactive: '已停用',
    able: '可以登录',
    invited: '等本人用链接设密码',
    'without-link': '没有密码，链接已失效',
  } satisfies Record<AccountStand, string> as Record<AccountStand, string>,
  never: '没有登录过',
  nation: '—',

  addTitle: '新建账号',
  username: '用户名',
  usernameHint: '登录用，定下后不能改。小写字母、数字和连字符，例如 qh-reporter。',
  displayName: '姓名',
  displayNameHint: '显示在填报和审核记录里，例如 索南（青海填报）。',
  role: '角色',
  roles: {
    reporter: '填写、导入和提交本地区的数据。',
    reviewer: '审核本地区提交的数据，不能审核本人填的。',
    leader: '看全部审核通过的数据和进展，不填不审。',
    auditor: '看全部数据、快照和操作日志，不能改动。',
    administrator: '管理账号、填报期、目标、指标和方案；不能填报和审核，也看不到未审核的数值。',
  } satisfies Record<AccountRole, string> as Record<AccountRole, string>,
  region: '地区',
  regionHint: '只能填报或审核这个地区的数据。',
  email: '电子邮箱',
  emailHint: '催报和退回时发邮件提醒。',
  reasonHint: '例如：青海省科技厅 2026 年 3 月来函。',
  create: '新建账号',
  created: (name: string) => `已新建 ${name} 的账号。请把下面的链接交给本人。`,

  linkTitle: (name: string) => `${name} 的一次性链接`,
  linkLead: (until: string) => `只显示这一次，${until} 之前有效，用一次就失效。请当面或用可靠的方式交给本人。`,
  copy: '复制链接',
  copied: '已复制。',
  copyByHand: '链接已选中，请按 Ctrl + C 复制。',
  link: '一次性链接',
  handedOver: '已交给本人，收起',

  act: '要做什么',
  acts: {
    change: ['修改资料', '姓名、角色、地区、邮箱。换角色或地区后，本人要重新登录。'],
    link: ['给新的一次性链接', '本人忘了密码，或链接已失效时用。以前给的链接同时作废。'],
    sessions: ['退出全部登录', '所有设备上的登录立刻失效，密码不变。设备丢失时用。'],
    deactivate: ['停用', '立刻退出，不能再登录。填过、审过的数据和记录都保留。'],
    activate: ['启用', '恢复登录，密码和权限照旧。'],
  } satisfies Record<AccountAct, [string, string]> as Record<AccountAct, [string, string]>,
  done: {
    change: (name: string) => `${name} 的资料已修改。`,
    link: (name: string) => `已给 ${name} 新的链接。请把下面的链接交给本人。`,
    sessions: (name: string) => `${name} 的全部登录已退出。`,
    deactivate: (name: string) => `${name} 的账号已停用。`,
    activate: (name: string) => `${name} 的账号已启用。`,
  } satisfies Record<AccountAct, unknown> as Record<AccountAct, (name: string) => string>,
  back: '全部账号',
  unknown: (username: string) => `没有账号“${username}”。`,
  was: {
    created: '新建',
    name: (before: string, after: string) => `姓名由“${before}”改为“${after}”`,
    role: (before: string, after: string) => `角色由${before}改为${after}`,
    region: (before: string, after: string) => `地区由${before}改为${after}`,
    email: '邮箱有修改',
    inactive: '停用',
    active: '启用',
    joint: '；',
  },
}

const en: typeof zh = {
  lede: (all, waiting, inactive) =>
    `${plural(all, 'account')}${waiting > 0 ? `, ${waiting} without a password yet` : ', all with a password'}${inactive > 0 ? `, ${inactive} inactive` : ''}`,
  lead: 'An account for each person, with one role. Its owner sets the password by a one-time link; no administrator ever sees it.',
  add: 'New account',
  caption: 'Accounts',
  columns: { name: 'Name', role: 'Role', region: 'Region', stand: 'Signing in', seen: 'Last seen' },
  stands: {
    inactive: 'inactive',
    able: 'can sign in',
    invited: 'waits for its owner to use the link',
    'without-link': 'no password, link no longer works',
  },
  never: 'never',
  nation: '—',

  addTitle: 'New account',
  username: 'User name',
  usernameHint: 'For signing in; it never changes. Lower-case letters, digits and hyphens, for example qh-reporter.',
  displayName: 'Name',
  displayNameHint: 'Shown beside what was entered and reviewed.',
  role: 'Role',
  roles: {
    reporter: 'Enters, imports and submits figures of the own region.',
    reviewer: 'Reviews what the own region submitted, never own entries.',
    leader: 'Reads all approved figures and the progress; neither enters nor reviews.',
    auditor: 'Reads all data, snapshots and the log; changes nothing.',
    administrator:
      'Keeps accounts, rounds, targets, indicators and plans; neither enters nor reviews, and sees no value before its approval.',
  },
  region: 'Region',
  regionHint: 'Enters or reviews figures of this region only.',
  email: 'E-mail address',
  emailHint: 'Gets reminders, and word of what was returned.',
  reasonHint: 'For example: letter of the department, March 2026.',
  create: 'Create account',
  created: (name) => `The account of ${name} is created. Hand its owner the link below.`,

  linkTitle: (name) => `One-time link for ${name}`,
  linkLead: (until) =>
    `Shown this once. It works once, until ${until}. Hand it over in person, or in another way that can be trusted.`,
  copy: 'Copy link',
  copied: 'Copied.',
  copyByHand: 'The link is selected. Copy it with Ctrl + C.',
  link: 'One-time link',
  handedOver: 'Handed over, close',

  act: 'What to do',
  acts: {
    change: ['Change details', 'Name, role, region, e-mail. With another role or region they have to sign in again.'],
    link: ['Give a new one-time link', 'For a forgotten password or a link that ended. Links given before are void.'],
    sessions: ['End all sessions', 'Signs them out on every device at once; the password stays. For a lost device.'],
    deactivate: ['Deactivate', 'Signs them out, and in no more. What they entered and decided stays.'],
    activate: ['Activate', 'They can sign in again, with password and rights as before.'],
  },
  done: {
    change: (name) => `The details of ${name} are changed.`,
    link: (name) => `There is a new link for ${name}. Hand its owner the link below.`,
    sessions: (name) => `All sessions of ${name} are ended.`,
    deactivate: (name) => `The account of ${name} is inactive.`,
    activate: (name) => `The account of ${name} is active.`,
  },
  back: 'All accounts',
  unknown: (username) => `There is no account “${username}”.`,
  was: {
    created: 'Created',
    name: (before, after) => `Name changed from “${before}” to “${after}”`,
    role: (before, after) => `Role changed from ${before.toLowerCase()} to ${after.toLowerCase()}`,
    region: (before, after) => `Region changed from ${before} to ${after}`,
    email: 'E-mail changed',
    inactive: 'Deactivated',
    active: 'Activated',
    joint: '; ',
  },
}

export const accountsText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
export type AccountsText = typeof zh
