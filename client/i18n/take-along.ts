import type { Catalogue } from './catalogue.ts'
import type { PictureFormat, Saved } from '../pictures/save-picture.ts'

const zh = {
  take: '下载',
  group: (title: string) => `下载：${title}`,
  format: { png: 'PNG 图片', svg: 'SVG 图片' } satisfies Record<PictureFormat, string>,
  csv: 'CSV 数据',
  making: '正在画图片……',
  told: {
    saved: (file: string) => `${file} 已交给浏览器下载。`,
    'not-drawn': () => '图还没有画出来，请稍后再试。',
    refused: () => '浏览器没有画成图片，请改用 SVG，或换一个浏览器。',
  } satisfies Record<Saved, (file: string) => string> as Record<Saved, (file: string) => string>,
  notLoaded: '画图片的程序没有取到，请检查网络后再试。',
}

const en: typeof zh = {
  take: 'Download',
  group: (title: string) => `Download: ${title}`,
  format: { png: 'PNG picture', svg: 'SVG picture' },
  csv: 'CSV data',
  making: 'Drawing the picture…',
  told: {
    saved: (file: string) => `${file} has been handed to the browser’s downloads.`,
    'not-drawn': () => 'The chart is not drawn yet. Please try again in a moment.',
    refused: () => 'The browser could not draw the picture. Please take the SVG, or another browser.',
  },
  notLoaded: 'What draws the picture could not be loaded. Please check the network and try again.',
}

export const takeAlongText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
