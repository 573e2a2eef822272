import type { zh } from './import-zh.ts'

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`

export const en: typeof zh = {
  pageTitle: (region, year) => `Import ${region} ${year}`,
  title: (region, year) =>
    `Bring a spreadsheet to the sheet of ${region}, ${year}: download the template, fill it in, upload it`,
  lead: 'Every change and every problem is shown first, and nothing is written before you have seen it. What is written are drafts, to be submitted on the sheet.',
  back: 'Back to the sheet',

  steps: 'Three steps',
  templateTitle: 'Download the template',
  templateHint: (count) =>
    `A spreadsheet of ${many(count, 'row')}, with indicators, units, what is asked and last year’s figures.`,
  template: 'Download the template',
  fillTitle: 'Fill it in',
  fillHint:
    'Fill in the white cells with Excel or WPS. Where there is no figure, choose why; rows left empty stay as they are. A table of your own will do, with the columns “indicator_code” or “indicator”, and “value”.',
  uploadTitle: 'Upload it',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  drop: 'Or drop it on this page.',
  dropHere: 'Drop it to upload',
  accepted: '.xlsx and .csv (UTF-8 or GB18030), up to 2 MB and 5000 rows.',

  sending: (name, percent) => `Uploading “${name}”, ${percent}%`,
  reading: (name) => `“${name}” is uploaded and being read`,
  cancel: 'Cancel',

  notRead: (name) =>
    name === '' ? 'Not read, and nothing was changed' : `“${name}” was not read, and nothing was changed`,
  notWritten: 'Nothing was written',
  faults: {
    'too-large':
      'The file is larger than 2 MB and was not sent. Keep only the table, without pictures and other sheets.',
    several: 'One file can be imported at a time. Choose one of them.',
    'no-file': 'What you dropped is no file. Drop an .xlsx or .csv file.',
    unreadable:
      'This file cannot be read. It may have been moved or renamed, or another program holds it. Close it there and choose it again.',
  },
  network: {
    reading: 'The server cannot be reached. The file is still here; check the network and read it again.',
    writing: 'No answer from the server. The preview is still here; check the network and write it again.',
  },
  ended: {
    reading: 'The session has ended. The file is still here, and is read once you are signed in.',
    writing: 'The session has ended. The preview is still here, and is written once you are signed in.',
  },
  server: {
    reading: 'The server failed. The file is still here; read it again in a moment.',
    writing: 'The server failed. The preview is still here; write it again in a moment.',
  },
  again: { reading: 'Read it again', writing: 'Write it again' },
  signIn: 'Sign in',

  headline: ({ toWrite, fresh, changed, unchanged, problems }) => {
    const kinds = [fresh > 0 && `${fresh} new`, changed > 0 && `${changed} changed`].filter(Boolean).join(', ')
    const parts = [
      toWrite === 0 ? 'Nothing to write' : `${many(toWrite, 'figure')} to write: ${kinds}`,
      unchanged > 0 && `${unchanged} as they are`,
      problems > 0 && many(problems, 'problem'),
    ]
    return parts.filter(Boolean).join('; ')
  },
  ofFile: (name, sheet) => (sheet === null ? `File “${name}”. ` : `File “${name}”, sheet “${sheet}”. `),
  unfilled: (count) => `${many(count, 'row')} left empty ${count === 1 ? 'stays as it is' : 'stay as they are'}. `,
  atOnce: 'All of it is written, or nothing: mend the problems in the file, save it, and upload it again.',
  overtaken: {
    changed: (count) =>
      `Nothing was written: ${many(count, 'figure')} changed after the preview, marked below. This is the file read again; look at it, then write.`,
    refused: () =>
      'Nothing was written: the round or the state of figures changed after the preview. This is the file read again.',
    gone: () =>
      'Nothing was written: the preview is older than an hour, or was written already. This is the file read again.',
  },
  problemsTitle: (count) => `${many(count, 'problem')} to mend`,
  problemsNote: 'by row and column of the file',
  problemColumns: { row: 'Row', column: 'Column', message: 'What is wrong, and what to do' },
  whole: 'whole row',
  allProblems: (count) => `Show all ${count}`,
  correctOnSheet: 'Approved figures are corrected on the sheet; delete the figure from the file.',
  changesTitle: (count) => `${many(count, 'figure')} to write`,
  changesNote: 'in the order of the sheet',
  changesCaption: (region, year) => `${region} ${year}: the file against what is there`,
  columns: {
    name: 'Indicator',
    unit: 'Unit',
    before: 'Now',
    after: 'To write',
    source: 'Source',
    note: 'Note',
    row: 'Row in file',
  },
  group: (count) => many(count, 'figure'),
  monitored: 'Monitored indicators, and those that this round adds',
  nothing: 'empty',
  none: 'none',
  same: 'same figure',
  provisional: 'provisional',
  final: 'no longer provisional',
  was: (text) => `was: ${text}`,
  wasNone: 'was empty',
  state: (state, who, when) => `${state}, ${who}, ${when}`,
  you: 'you',
  row: (row) => `Row ${row}`,
  read: 'Read as',
  changedSince: 'changed after the preview',
  remarks: (count) => `How the file was read (${count})`,

  write: (count) => (count === 0 ? 'Write drafts' : `Write ${many(count, 'draft')}`),
  writing: 'Writing…',
  writeBarred: (problems) => `${many(problems, 'problem')} to mend first.`,
  writeHint: 'Drafts can still be changed; they are reviewed once they are submitted.',
  nothingToWrite: 'No figure of the file differs from what is there.',
  written: (count) => `${many(count, 'draft')} written`,
  left: ({ draft, todo, returned, empty }) => {
    const parts = [
      draft > 0 && `${many(draft, 'draft')} to submit`,
      todo + returned > 0 && `${todo + returned} to be dealt with first`,
      empty > 0 && `${empty} empty`,
    ].filter(Boolean)
    return parts.length === 0 ? '' : `On the sheet now: ${parts.join(', ')}.`
  },
  toSheet: 'Check and submit on the sheet',
  importMore: 'Import another file',
}
