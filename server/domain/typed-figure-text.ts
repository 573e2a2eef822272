import type { FigureText } from './model.ts'
import type { MissingReason } from './words.ts'

/** White space of every width, and the marks without width that come along when text is copied. */
const AROUND = /^[\s\u200B-\u200F\u202A-\u202E\u2060]+|[\s\u200B-\u200F\u202A-\u202E\u2060]+$/g

export const trimmed = (text: string): string => text.replace(AROUND, '')

/**
 * Full-width signs and digits as their half-width twins, every space as a plain one, the real minus as a hyphen, and the
 * curly apostrophe as a straight one. Not NFKC, which would make 52 of 5².
 */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/\u2019/g, "'")

const SIGNS = /^(?:[-\u2010-\u2015/\\.·…*]+|[x?]+)$/i

/** Words that stand where there is no number; null where they do not say why. 无 can also mean 0, N/A two things. */
const WORDS: [RegExp, MissingReason | null][] = [
  [/^(?:尚未|暂未|还未|未|待|没有)(?:公布|发布|公开)$|^not (?:yet )?published$/i, 'not-yet-published'],
  [/^不适用$|^not applicable$/i, 'not-applicable'],
  [/^(?:尚未|暂未|未|没有)(?:收集|采集|统计|调查)$|^not collected$/i, 'not-collected'],
  [/^(?:暂|尚)?(?:无|没有|缺)(?:数|数据)?$|^缺失$|^空$|^待定$|^未知$|^不详$|^n[./]?a\.?$|^(?:none|null|nil)$/i, null],
]

/** Why there is no number, null where the text does not tell, undefined where it is no sign of a missing number. */
export function toMissing(half: string): MissingReason | null | undefined {
  if (SIGNS.test(half)) return null
  return WORDS.find(([words]) => words.test(half))?.[1]
}

/** Whether it is built, as people say it; null where it cannot be told. Half built is not built, but not for us to say. */
export function readBuilt(half: string): FigureText | null {
  if (/^(?:1|是|已?建成|已建|√|✓|✔|☑|yes|built)$/i.test(half)) return '1'
  return /^(?:0|否|(?:尚|还)?未建成|未建|没有建成|×|✗|✕|✘|no|not (?:yet )?built)$/i.test(half) ? '0' : null
}
