import type { Label } from '../domain/labels.ts'
import type { Ignored, ProblemCode } from './match.ts'
import type { RefusalCode } from './refused.ts'
import type { RemarkCode } from './table.ts'

// What is said of a file, its cells and its rows. Say what is, then what to do; {name} is filled in from the data.

const label = (zh: string, en: string): Label => ({ 'zh-CN': zh, en })

export const REFUSAL_SENTENCES: Readonly<Record<RefusalCode, Label>> = {
  'upload-too-large': label(
    '文件超过 {limit}。请只留要导入的表，去掉图片和其他工作表后再传。',
    'The file is larger than {limit}. Keep only the table to be imported, without pictures and other sheets.',
  ),
  busy: label('正在读取的文件较多。请过一分钟再传。', 'Too many files are being read. Send it again in a minute.'),
  'too-slow': label(
    '文件在 10 秒内没有读完。请只留要导入的表，另存为 .xlsx 后再传。',
    'The file could not be read within 10 seconds. Keep only the table to be imported and save it as .xlsx.',
  ),
  'too-complex': label(
    '文件内容过多，没有读完。请把要导入的表复制到新文件，另存为 .xlsx 后再传。',
    'The file holds too much to be read. Copy the table into a new file, save it as .xlsx and send that.',
  ),
  'empty-file': label(
    '文件里没有内容。请检查选的是不是填好的文件。',
    'The file is empty. Check that it is the one you filled in.',
  ),
  'old-xls': label(
    '这是旧格式的表格（.xls 或 .et）。请在 Excel 或 WPS 中另存为 .xlsx 后再传。',
    'This is a spreadsheet of the old format (.xls or .et). Save it as .xlsx and send that.',
  ),
  password: label(
    '文件有打开密码，读不了。请去掉密码，另存为 .xlsx 后再传。',
    'The file is protected by a password. Remove it, save as .xlsx and send that.',
  ),
  xlsb: label(
    '这是二进制表格（.xlsb）。请另存为 .xlsx 后再传。',
    'This is a binary spreadsheet (.xlsb). Save it as .xlsx and send that.',
  ),
  ods: label('这是 .ods 表格。请另存为 .xlsx 后再传。', 'This is an .ods spreadsheet. Save it as .xlsx and send that.'),
  'not-xlsx': label(
    '这不是 .xlsx 表格，或已损坏（缺 {missing}）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再传。',
    'This is no .xlsx spreadsheet, or it is damaged ({missing} is missing). Open it, save it as .xlsx and send that.',
  ),
  'csv-is-spreadsheet': label(
    '这个 .csv 文件其实是 Excel 表格。请把扩展名改回 .xlsx，或另存为 CSV 后再传。',
    'This .csv file is a spreadsheet. Give it back its ending .xlsx, or save it as CSV.',
  ),
  'too-many-entries': label(
    '文件内部有 {count} 个部分，最多 {limit} 个。请把表复制到新文件，另存为 .xlsx 后再传。',
    'There are {count} parts inside of the file; at most {limit} are read. Copy the table into a new file.',
  ),
  'unpacked-too-large': label(
    '文件解开后超过 {limit}，没有读取。请只留要导入的表，去掉图片和多余的格式后再传。',
    'Unpacked, the file is larger than {limit} and was not read. Keep only the table to be imported.',
  ),
  'lying-sizes': label(
    '文件内部（{part}）的大小与所写不符，没有读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再传。',
    'Inside of the file, {part} is not of the size that is stated. Open it, save it as .xlsx and send that.',
  ),
  'damaged-zip': label(
    '文件已损坏，读不了。请用 Excel 或 WPS 打开，另存为 .xlsx 后再传。',
    'The file is damaged. Open it, save it as .xlsx and send that.',
  ),
  'damaged-xml': label(
    '文件内部（{part}）已损坏，读不了。请用 Excel 或 WPS 打开，另存为 .xlsx 后再传。',
    'Inside of the file, {part} is damaged. Open it, save it as .xlsx and send that.',
  ),
  doctype: label(
    '文件内部（{part}）有 DOCTYPE 声明，正常的表格没有。请把表复制到新文件后再传。',
    'Inside of the file, {part} has a DOCTYPE, which spreadsheets do not have. Copy the table into a new file.',
  ),
  'damaged-cell': label(
    '这里的内容已损坏，读不了。请用 Excel 或 WPS 打开，改好后另存为 .xlsx 再传。',
    'What is stored here is damaged. Open the file, mend it, save it as .xlsx and send that.',
  ),
  'too-many-sheets': label(
    '文件的工作表多于 {limit} 张。请只留要导入的一张。',
    'There are more than {limit} sheets. Keep only the one to be imported.',
  ),
  'which-sheet': label(
    '有几张工作表都有内容：{sheets}。请只留要导入的一张，或隐藏其余各张。',
    'Several sheets hold something: {sheets}. Keep only the one to be imported, or hide the others.',
  ),
  'no-visible-sheet': label(
    '工作表都已隐藏。请取消隐藏要导入的一张。',
    'All sheets are hidden. Show the one to be imported.',
  ),
  'too-many-rows': label(
    '表超过 {limit} 行。请分成几个文件导入。',
    'The table has more than {limit} rows. Import it in several files.',
  ),
  'too-many-columns': label(
    '表超过 {limit} 列。请删去多余的列。',
    'The table has more than {limit} columns. Delete those that are not needed.',
  ),
  'cell-too-long': label(
    '这一格超过 {limit} 字。请缩短后再传。',
    'This cell has more than {limit} characters. Shorten it.',
  ),
  'too-much-text': label(
    '表中文字超过 {limit} 字。请分成几个文件导入。',
    'The table has more than {limit} characters. Import it in several files.',
  ),
  'too-many-remarks': label(
    '表中的公式、日期和隐藏的行列超过 {limit} 处。请把要导入的表以“数值”粘贴到新文件，另存为 .xlsx 后再传。',
    'The table has more than {limit} formulas, days and hidden rows. Paste it as values into a new file.',
  ),
  'control-character': label(
    '这一格有看不见的控制字符或乱码。请清空这一格，重新键入。',
    'This cell has control or damaged characters. Clear it and type it again.',
  ),
  encoding: label(
    '第 {byte} 个字节起不是 UTF-8 或 GB18030 文字。请在 Excel 或 WPS 中另存为“CSV UTF-8”后再传。',
    'From byte {byte} on this is neither UTF-8 nor GB18030. Save it as “CSV UTF-8” and send that.',
  ),
  'quote-not-closed': label(
    '这一格的引号只有开头，没有结尾。请补上，或在 Excel、WPS 中另存为 CSV。',
    'The quote of this cell is opened and never closed. Close it, or save the table as CSV with a spreadsheet.',
  ),
  'quote-inside': label(
    '这一格中间有单独的引号。请把整格用引号括起，格内的引号写两遍，或在 Excel、WPS 中另存为 CSV。',
    'This cell has a lone quote. Quote the whole cell and double the quotes inside, or save it with a spreadsheet.',
  ),
  'no-header': label(
    '前 20 行里没有找到表头。表头要有“指标代码”或“指标”，和“{year} 年数值”。请用本站的模板。',
    'No header was found in the first 20 rows. It needs “indicator_code” or “indicator”, and “value”. Use the template.',
  ),
  'no-value-column': label(
    '表头没有数值列。请把要导入的一列命名为“{year} 年数值”。',
    'The header has no column of figures. Name the one to be imported “value”.',
  ),
  'no-indicator-column': label(
    '表头没有指标列。请加上“指标代码”或“指标”。',
    'The header has no column of indicators. Add “indicator_code” or “indicator”.',
  ),
  'duplicate-column': label(
    '“{header}”有两列（{first} 列和 {second} 列）。请只留一列。',
    'There are two columns for “{header}” ({first} and {second}). Keep one of them.',
  ),
  'year-of-column': label(
    '这是 {found} 年的数值，要导入的是 {expected} 年。请换成 {expected} 年的表，或到 {found} 年的填报页导入。',
    'These are figures of {found}, and {expected} is to be imported. Take the table of {expected}, or import it there.',
  ),
  'template-of-other-region': label(
    '这是“{found}”的填报表，要导入的是“{expected}”。请换成本地区的表。',
    'This is the form of “{found}”, and “{expected}” is to be imported. Take the form of your region.',
  ),
  'template-of-other-year': label(
    '这是 {found} 年的填报表，要导入的是 {expected} 年。请换成 {expected} 年的表。',
    'This is the form of {found}, and {expected} is to be imported. Take the form of {expected}.',
  ),
}

export const PROBLEM_SENTENCES: Readonly<Record<Exclude<ProblemCode, 'figure'>, Label>> = {
  'missing-needs-reason': label(
    '“{text}”不是数，也不是 0。请在“缺报原因”列选原因；确为 0，请填 0。',
    '“{text}” is neither a number nor 0. Give the reason in “missing_reason”; if it is 0, enter 0.',
  ),
  'date-cell': label(
    '这一格是日期（{text}），可能由电子表格自动改成。请把格式改为文本，重填原数。',
    'This cell is a date ({text}), perhaps made by the spreadsheet. Format it as text and enter the number again.',
  ),
  'formula-empty': label(
    '这一格是公式，文件里没有算出的结果。请用 Excel 或 WPS 打开并保存，或直接填数。',
    'This cell is a formula without a result. Open and save the file with a spreadsheet, or enter the number.',
  ),
  'merged-cells': label(
    '这一格与别的格合并，看不出属于哪一行哪一列。请取消合并，逐格填写。',
    'This cell is merged with others, and it is not clear which row or column it belongs to. Unmerge it.',
  ),
  'no-indicator': label(
    '这一行有数，没有写指标。请填指标代码，或删去这一行的数。',
    'This row has a figure and no indicator. Give the indicator code, or delete the figure.',
  ),
  'unknown-indicator': label(
    '本地区这一年没有指标“{text}”。请对照模板检查代码或名称。',
    'No indicator “{text}” is asked of this region and year. Compare the code or name with the template.',
  ),
  'name-of-several': label(
    '有几个指标叫“{text}”。请填指标代码：{codes}。',
    'Several indicators are called “{text}”. Give the code: {codes}.',
  ),
  'name-not-of-code': label(
    '代码 {code} 是“{expected}”，这里写的是“{text}”。请改成同一个指标。',
    'The code {code} is “{expected}”, and here is “{text}”. Make them the same indicator.',
  ),
  'measure-unknown': label(
    '这个指标没有“{text}”这种计量方式。请填 {asked}，或照模板填写。',
    'This indicator has no measure “{text}”. Give {asked}, or what the template says.',
  ),
  'unit-differs': label(
    '单位写的是“{text}”，这个指标的单位是“{unitZh}”。请换算后填数，并改回单位。',
    'The unit says “{text}”, and that of the indicator is “{unitEn}”. Convert the figure and put the unit right.',
  ),
  twice: label(
    '同一个数填了几行（第 {rows} 行）。请只留一行。',
    'The same figure stands in several rows ({rows}). Keep one of them.',
  ),
  'value-and-reason': label(
    '填了数（{text}），又选了缺报原因。请只留一样。',
    'There is a figure ({text}) and a reason why it is missing. Keep one of them.',
  ),
  'reason-unknown': label(
    '“{text}”不是缺报原因。请选“尚未公布”“不适用”或“未收集”。',
    '“{text}” is no reason. Choose “not yet published”, “not applicable” or “not collected”.',
  ),
  'provisional-unknown': label(
    '“{text}”不是“是”或“否”。请改成其中之一。',
    '“{text}” is neither yes nor no. Write one of them.',
  ),
  'source-too-long': label(
    '来源有 {length} 字，最多 {limit} 字。请缩短。',
    'The source has {length} characters; at most {limit} are kept. Shorten it.',
  ),
  'note-too-long': label(
    '备注有 {length} 字，最多 {limit} 字。请缩短。',
    'The note has {length} characters; at most {limit} are kept. Shorten it.',
  ),
  'other-region': label(
    '这一行的地区是 {text}，要导入的是 {expected}。请删去这一行。',
    'This row is of region {text}, and {expected} is to be imported. Delete the row.',
  ),
  'other-year': label(
    '这一行是 {text} 年，要导入的是 {expected} 年。请删去这一行。',
    'This row is of {text}, and {expected} is to be imported. Delete the row.',
  ),
}

export const REMARK_SENTENCES: Readonly<Record<RemarkCode, Label>> = {
  formula: label('由公式算出，取文件中的结果。', 'Calculated by a formula; its result in the file is taken.'),
  'formula-empty': PROBLEM_SENTENCES['formula-empty'],
  'error-cell': label('公式出错（{text}）。', 'The formula failed ({text}).'),
  'date-cell': label('单元格是日期。', 'The cell is a date.'),
  'rounded-to-15-digits': label(
    '文件中存的是 {stored}，按电子表格的 15 位有效数字取 {text}。',
    'The file holds {stored}; {text} is taken, with the 15 digits that spreadsheets keep.',
  ),
  'shown-otherwise': label(
    '单元格显示的位数或单位不同，取存的数 {text}。',
    'The cell shows it in other digits or scale; what is stored, {text}, is taken.',
  ),
  'hidden-row': label('这一行在文件中是隐藏的，照常读取。', 'This row is hidden in the file, and is read.'),
  'hidden-column': label('这一列在文件中是隐藏的，照常读取。', 'This column is hidden in the file, and is read.'),
  'hidden-sheet': label('隐藏的工作表“{sheet}”没有读取。', 'The hidden sheet “{sheet}” was not read.'),
  'other-sheet': label('工作表“{sheet}”没有读取。', 'The sheet “{sheet}” was not read.'),
  encoding: label('文件按 {encoding} 编码读取。', 'The file was read as {encoding}.'),
}

export const IGNORED_SENTENCES: Readonly<Record<Ignored['why'], Label>> = {
  'unknown-column': label('不认识这一列，没有读取。', 'This column is not known, and was not read.'),
  'not-imported': label('这一列不导入。', 'This column is not imported.'),
  'other-year': label('这一列是别的年份，没有读取。', 'This column is of another year, and was not read.'),
  'no-figure': label(
    '这一行没有数，也没有缺报原因，没有导入。',
    'This row has neither a figure nor a reason, and was not imported.',
  ),
}
