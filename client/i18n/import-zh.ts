import type { Tally } from '../pages/entry/status.ts'
import type { FileFault } from '../pages/import/refusal.ts'
import type { Overtaken } from '../pages/import/overtaken.ts'
import type { Summary } from '../pages/import/preview-summary.ts'

const faults: Record<FileFault, string> = {
  'too-large': '文件超过 2 MB，没有上传。请只留要导入的表，去掉图片和其他工作表后再选。',
  several: '一次只能导入一个文件。请选其中一个。',
  'no-file': '放下的不是文件。请放下一个 .xlsx 或 .csv 文件。',
  unreadable: '读不到这个文件。它可能已被移动、改名，或正由别的程序占用。请关闭后重新选择。',
}

export const zh = {
  pageTitle: (region: string, year: number) => `导入 ${region} ${year} 年度数据`,
  title: (region: string, year: number) => `导入${region} ${year}\u00a0年数据：下载模板，填写，上传`,
  lead: '上传后先列出每一处改动和每一个问题，看过再写入。写入的是草稿，还要在填报表里提交。',
  back: '回到填报表',

  // the three steps
  steps: '三个步骤',
  templateTitle: '下载模板',
  templateHint: (count: number) => `一份 Excel 表，${count} 行，写好了指标、单位、所填和上年数。`,
  template: '下载模板',
  fillTitle: '填写',
  fillHint:
    '用 Excel 或 WPS 填白色的格。没有数的选缺报原因；不填的行不动。自己的表也可以，只要有“指标代码”或“指标”和“数值”两列。',
  uploadTitle: '上传',
  choose: '选择文件',
  chooseOther: '换一个文件',
  drop: '或把文件拖到这一页。',
  dropHere: '放开即上传',
  accepted: '接受 .xlsx 和 .csv（UTF-8 或 GB18030），不超过 2 MB、5000 行。',

  // while it is read
  sending: (name: string, percent: number) => `正在上传“${name}”，${percent}%`,
  reading: (name: string) => `已上传“${name}”，正在读取`,
  cancel: '取消',

  // what did not come about
  notRead: (name: string) => (name === '' ? '没有读取，什么都没有改' : `没有读取“${name}”，什么都没有改`),
  notWritten: '没有写入',
  faults,
  network: {
    reading: '连不上服务器。文件还在这里；请检查网络，再读一次。',
    writing: '没有收到服务器的答复。预览还在；请检查网络，再写一次。',
  },
  ended: { reading: '登录已失效。文件还在这里，登录后接着读取。', writing: '登录已失效。预览还在，登录后接着写入。' },
  server: { reading: '服务器出错。文件还在这里，请稍后再读一次。', writing: '服务器出错。预览还在，请稍后再写一次。' },
  again: { reading: '再读一次', writing: '再写一次' },
  signIn: '登录',

  // the preview
  headline: ({ toWrite, fresh, changed, unchanged, problems }: Summary): string => {
    const kinds = [fresh > 0 && `${fresh} 项新填`, changed > 0 && `${changed} 项改动`].filter(Boolean).join('，')
    const parts = [
      toWrite === 0 ? '没有可以写入的' : `将写入 ${toWrite} 项：${kinds}`,
      unchanged > 0 && `${unchanged} 项与现在相同`,
      problems > 0 && `${problems} 处问题`,
    ]
    return parts.filter(Boolean).join('；')
  },
  ofFile: (name: string, sheet: string | null) =>
    sheet === null ? `文件“${name}”。` : `文件“${name}”，工作表“${sheet}”。`,
  unfilled: (count: number) => `另有 ${count} 行没有填，不动。`,
  atOnce: '全部写入，或全部不写：先在文件里改好问题，存盘，再上传。',
  overtaken: {
    changed: (count: number) =>
      `没有写入：预览以后，其中 ${count} 项已有改动，下面标出。这是重新读取的结果，看过再写入。`,
    refused: () => '没有写入：预览以后，填报期或数据的状态变了。这是重新读取的结果。',
    gone: () => '没有写入：预览超过了一小时，或已经写入过。这是重新读取的结果。',
  } satisfies Record<Overtaken['why'], (count: number) => string>,
  problemsTitle: (count: number) => `要改的 ${count} 处`,
  problemsNote: '按文件里的行和列',
  problemColumns: { row: '行', column: '列', message: '问题和改法' },
  whole: '整行',
  allProblems: (count: number) => `列出全部 ${count} 处`,
  correctOnSheet: '更正审核通过的数，要在填报表里做；文件里请删去这一行的数。',
  changesTitle: (count: number) => `将写入的 ${count} 项`,
  changesNote: '按填报表的次序',
  changesCaption: (region: string, year: number) => `${region} ${year} 年：文件与现在的对照`,
  columns: { name: '指标', unit: '单位', before: '现在', after: '写入', source: '来源', note: '备注', row: '文件行' },
  group: (count: number) => `${count} 项`,
  monitored: '监测指标和本期另加的指标',
  nothing: '未填',
  none: '无',
  same: '数不变',
  provisional: '初步数',
  final: '不再是初步数',
  was: (text: string) => `原：${text}`,
  wasNone: '原来没有',
  state: (state: string, who: string, when: string) => `${state}，${who} ${when}`,
  you: '您',
  row: (row: number) => `第 ${row} 行`,
  read: '读作',
  changedSince: '预览以后有改动',
  remarks: (count: number) => `读取时的说明（${count}）`,

  // writing it
  write: (count: number) => (count === 0 ? '写入草稿' : `写入 ${count} 项草稿`),
  writing: '正在写入……',
  writeBarred: (problems: number) => `有 ${problems} 处问题，还不能写入。`,
  writeHint: '草稿写入后还可以改，提交后才进入审核。',
  nothingToWrite: '文件里没有与现在不同的数。',
  written: (count: number) => `已写入 ${count} 项草稿`,
  left: ({ draft, todo, returned, empty }: Record<Tally, number>): string => {
    const parts = [
      draft > 0 && `${draft} 项草稿可以提交`,
      todo + returned > 0 && `${todo + returned} 项要先处理`,
      empty > 0 && `${empty} 项未填`,
    ].filter(Boolean)
    return parts.length === 0 ? '' : `填报表里现有 ${parts.join('，')}。`
  },
  toSheet: '到填报表检查和提交',
  importMore: '再导入一个文件',
}
