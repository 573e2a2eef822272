import type { Catalogue } from './catalogue.ts'

const zh = {
  copy: '复制',
  copyOf: (what: string) => `复制${what}`,
  copied: '已复制',
  refused: '浏览器不允许复制，请选中后复制',
}

const en: typeof zh = {
  copy: 'Copy',
  copyOf: (what) => `Copy ${what}`,
  copied: 'Copied',
  refused: 'The browser does not allow copying; select the text and copy it',
}

export const copyTextWords: Catalogue<typeof zh> = { 'zh-CN': zh, en }
