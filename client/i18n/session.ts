import type { PasswordTerms } from '../../server/domain/policies.ts'
import type { Catalogue } from './catalogue.ts'

/** A rule for passwords, and the faults that break it; without any, the browser cannot tell. */
interface Rule {
  text: string
  fault?: RegExp
}

const zh = {
  title: '登录',
  lead: '填报、审核和管理要登录；审核通过的数据不登录也可以看。',
  leadClosed: '这里的数据要登录才能看。',
  username: '用户名',
  password: '密码',
  show: '显示密码',
  signIn: '登录',
  signingIn: '正在登录……',
  empty: '请填用户名和密码。',
  demoTitle: '演示账号',
  demoHint: '点一个账号就登录。所填的都是示例数据。',
  demoRegions: { cn: '全国', qh: '青海', sd: '山东', hb: '湖北' } as Record<string, string>,
  network: '连不上服务器。请检查网络，然后重试。',
  again: '登录已失效，请重新登录',
  againLead: (name: string) => `“${name}”的登录已经失效。您填的内容都在本机，登录后接着保存。`,
  againOther: (name: string) => `换别人登录，这里改为显示那个人的页面；“${name}”未存的内容留到本人登录时。`,
  later: '稍后登录',

  welcomeTitle: (name: string) => `${name}，请设密码`,
  welcomeLead: (username: string, until: string) =>
    `用户名是 ${username}。这个链接只能用一次，${until} 之前有效；密码只有您自己知道。`,
  welcomeGone: '链接已失效',
  welcomeGoneHint: '链接可能已经用过、过期，或给过新的。请管理员再给一个。',
  accountTitle: '账号',
  accountLead: (username: string, role: string) => `用户名 ${username}，${role}。`,
  changeTitle: '修改密码',
  expired: '密码已经到期，改过之后才能继续。',
  present: '现在的密码',
  next: '新密码',
  repeat: '再填一次新密码',
  differs: '两次填的不一样。请再填一次。',
  set: '设定密码',
  change: '修改密码',
  done: '密码已修改。其他地方的登录都已退出。',
  wait: '正在保存……',
  rules: ({ shortest, classes, mayHoldUsername, expiresAfterDays, remembered }: PasswordTerms): Rule[] => [
    { text: `至少 ${shortest} 个字符${classes === 1 ? '，可以是一句只有自己知道的话' : ''}`, fault: /^password-short/ },
    ...(classes > 1
      ? [{ text: `大写字母、小写字母、数字、其他字符，至少用 ${classes} 种`, fault: /^password-unmixed/ }]
      : []),
    ...(mayHoldUsername ? [] : [{ text: '不含用户名', fault: /^password-holds/ }]),
    { text: '不是常见的密码', fault: /^password-(commonplace|short)/ },
    ...(remembered > 0 ? [{ text: `不同于最近 ${remembered} 个密码` }] : []),
    ...(expiresAfterDays === null ? [] : [{ text: `每 ${expiresAfterDays} 天换一次` }]),
  ],
  kept: '符合',
  notKept: '还不符合',
  failed: '没有保存。请检查网络，然后重试。',
}

const en: typeof zh = {
  title: 'Sign in',
  lead: 'Entering, reviewing and administering need an account; approved data can be read without.',
  leadClosed: 'The data here can be read after signing in.',
  username: 'User name',
  password: 'Password',
  show: 'Show password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  empty: 'Give user name and password.',
  demoTitle: 'Demo accounts',
  demoHint: 'Choose one to sign in. Whatever is entered is sample data.',
  demoRegions: { cn: 'China', qh: 'Qinghai', sd: 'Shandong', hb: 'Hubei' },
  network: 'The server cannot be reached. Check the network, then try again.',
  again: 'The session has ended. Sign in again',
  againLead: (name) =>
    `The session of ${name} has ended. What you typed is kept on this machine, and is saved once you are signed in.`,
  againOther: (name) =>
    `If someone else signs in, their own page is shown here; what ${name} has not saved waits for ${name}.`,
  later: 'Later',

  welcomeTitle: (name) => `${name}, set your password`,
  welcomeLead: (username, until) =>
    `Your user name is ${username}. This link works once, until ${until}; nobody but you knows the password.`,
  welcomeGone: 'This link does not work any more',
  welcomeGoneHint: 'It may have been used, be too old, or replaced by another. Ask an administrator for a new one.',
  accountTitle: 'Account',
  accountLead: (username, role) => `User name ${username}, ${role.toLowerCase()}.`,
  changeTitle: 'Change the password',
  expired: 'The password has expired. Change it first, then go on.',
  present: 'Present password',
  next: 'New password',
  repeat: 'New password once more',
  differs: 'The two are not the same. Type it once more.',
  set: 'Set password',
  change: 'Change password',
  done: 'The password is changed. You are signed out everywhere else.',
  wait: 'Saving…',
  rules: ({ shortest, classes, mayHoldUsername, expiresAfterDays, remembered }) => [
    {
      text: `At least ${shortest} characters${classes === 1 ? '; a sentence that only you know will do' : ''}`,
      fault: /^password-short/,
    },
    ...(classes > 1
      ? [
          {
            text: `At least ${classes} of capital letters, small letters, digits and other characters`,
            fault: /^password-unmixed/,
          },
        ]
      : []),
    ...(mayHoldUsername ? [] : [{ text: 'Without the user name in it', fault: /^password-holds/ }]),
    { text: 'Nothing commonplace', fault: /^password-(commonplace|short)/ },
    ...(remembered > 0 ? [{ text: `None of the last ${remembered} passwords` }] : []),
    ...(expiresAfterDays === null ? [] : [{ text: `Changed every ${expiresAfterDays} days` }]),
  ],
  kept: 'kept',
  notKept: 'not yet',
  failed: 'It was not saved. Check the network, then try again.',
}

export const sessionText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
