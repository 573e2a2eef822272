import type { Catalogue } from './catalogue.ts'

const zh = {
  copyLink: '复制链接',
  copied: '链接已复制。',
  refused: '浏览器不允许复制，请从地址栏复制。',
}

const en: typeof zh = {
  copyLink: 'Copy link',
  copied: 'The link has been copied.',
  refused: 'The browser does not allow copying. Please copy from the address bar.',
}

export const copyLinkText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
