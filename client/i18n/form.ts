import type { Catalogue } from './catalogue.ts'

const zh = {
  optional: '（可不填）',
  wrong: '要改',
  all: '全选',
  none: '全不选',
  chosen: (count: number, all: number) => `已选 ${count} 项，共 ${all} 项`,
  searchIn: (legend: string) => `在${legend}中查找`,
  notFound: '没有符合的。换一个词试试。',
  toMend: (count: number) => `还有 ${count} 处要改，没有保存。`,
  refused: '有内容不符合要求，没有保存。填的都还在，改好后再保存。',
  network: '连不上服务器，没有保存。填的都还在，请检查网络后再保存一次。',
  ended: '登录已失效，没有保存。填的都还在，登录后再保存一次。',
  server: '服务器出错，没有保存。填的都还在，请稍后再保存一次。',
  saving: '正在保存……',
  cancel: '取消',
  needed: '这里要填。',
  neededChoice: '请选一项。',
  neededSome: '至少选一项。',
  reason: '理由',
  reasonHint: '一句话说明为什么，永久留在记录里。',
  onlyFor: (roles: string) => `这一页是给${roles}的`,
  onlyForHint: '您的账号没有这里的权限。需要时请联系管理员。',
}

const en: typeof zh = {
  optional: '(optional)',
  wrong: 'Change',
  all: 'All',
  none: 'None',
  chosen: (count, all) => `${count} of ${all} chosen`,
  searchIn: (legend) => `Search: ${legend.toLowerCase()}`,
  notFound: 'Nothing fits. Try another word.',
  toMend: (count) => `Nothing is saved yet: ${count === 1 ? 'one field has' : `${count} fields have`} to be changed.`,
  refused:
    'Something is not well formed, and nothing was saved. All you typed is still here; change it and save again.',
  network:
    'The server cannot be reached, and nothing was saved. All you typed is still here; check the network and save again.',
  ended: 'The session has ended, and nothing was saved. All you typed is still here; sign in and save again.',
  server: 'The server failed, and nothing was saved. All you typed is still here; save again in a moment.',
  saving: 'Saving…',
  cancel: 'Cancel',
  needed: 'This has to be filled in.',
  neededChoice: 'Choose one.',
  neededSome: 'Choose one at least.',
  reason: 'Reason',
  reasonHint: 'Why, in a sentence. It stays in the records for ever.',
  onlyFor: (roles) => `This page is for: ${roles.toLowerCase()}`,
  onlyForHint: 'Your account has no right here. Ask an administrator if you need one.',
}

export const formText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
