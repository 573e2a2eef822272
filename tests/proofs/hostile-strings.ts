// Texts that someone may type or paste to make a cell of a spreadsheet live, or to break the file around it.

const STARTS = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠', "'", "''", '\t', '\r', '\n', '\r\n', '==', '=-', '+@', '\t=', '\n@'],
  ...[' =', '\u00A0=', '\u3000=', '\u200B=', '\u200F=', '\u202E=', '\uFEFF=', '"=', '""=', ',=', ';=', '|=', '\\='],
  ...['−', '﹢', '﹣', '﹦', '﹫', '⁼', '`=', '‘=', '＇=', '%0A=', '&#61;', '\u0301='],
]

const FORMULAS = [
  ...['1+1', '-2+3', 'A1', 'SUM(1,2)', "cmd|' /C calc'!A0", '2+5+cmd|" /C calc"!A0', 'DDE("cmd";"/C calc";"x")'],
  ...['HYPERLINK("http://127.0.0.1/?"&A1,"看")', 'WEBSERVICE("http://127.0.0.1/")', '[1]Sheet1!A1', 'RAND()', '{1;2}'],
  ...['IF(TRUE,"a","b")', 'MSEXCEL|\'\\..\\..\\calc\'!""', 'INDIRECT("A"&1)', 'of:=1+1', '１＋１'],
]

const PIECES = [
  ...['"', '""', '"""', ',', ';', '\t', '\r', '\n', '\r\n', '\n\n', "'", '|', '\\', '\\n', '\\"', ' ', '  '],
  ...['\u202E', '\u202D', '\u200F', '\u200E', '\u2066', '\u2067', '\u2069', '\uFEFF', '\u200B', '\u200D', '\u2060'],
  ...['\u2028', '\u2029', '\u00A0', '\u3000', '\u00AD', 'e\u0301', '\u0301', 'a\u0308\u0323', 'ﷺ', '\uE000'],
  ...['👩‍👩‍👧‍👦', '🇨🇳', '🌱', '𠮷', '𝟙', '\u{10FFFD}', '☎️', 'مرحبا', 'שלום', '，', '“', '〇', '㎡', 'ß'],
  ...['<script>', '</text:p>', '&amp;', ']]>', '#N/A', 'NULL', 'TRUE', '1e5', '00', '-3.5', '50%', '=1+1', '@', '＝'],
]

/** With one of these in it no reader takes a text for a number, a day or a word of its own. */
const WORDS = ['统计局', '省科技厅', '科技统计年鉴', 'survey', '初步核算', '由企业自行填报']

const ASKS_FOR_GUARD = /^[=+\-@\t\r\n＝＋－＠']/

/**
 * A text with a formula, a quote, a line break, a mark or the like in it: not blank, and at most `longest` UTF-16 units.
 * One in 300 is as long as it may be.
 *
 * @param random numbers from 0 to 1
 */
export function hostileString(random: () => number, longest: number): string {
  const of = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const parts = random() < 0.6 ? [of(STARTS), of(FORMULAS)] : [of(PIECES)]
  const more = Math.floor(random() * 5)
  for (let index = 0; index < more; index++) parts.push(random() < 0.2 ? of(FORMULAS) : of(PIECES))
  if (random() < 0.5 || !ASKS_FOR_GUARD.test(parts.join('')))
    parts.splice(1 + Math.floor(random() * parts.length), 0, of(WORDS))
  if (random() < 1 / 300) while (parts.join('').length < longest) parts.push(of(PIECES))
  return fitting(parts, longest) || of(WORDS)
}

/** The first parts that fit; '' where they are blank. */
function fitting(parts: readonly string[], longest: number): string {
  let text = ''
  for (const part of parts) if (text.length + part.length <= longest) text += part
  return text.trim() === '' ? '' : text
}
