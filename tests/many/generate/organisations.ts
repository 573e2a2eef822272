import type { Region } from '../../../server/contract/reference.ts'
import { regions as demoRegions } from '../../../seeds/regions.ts'
import { PROVINCES } from '../provinces.ts'

/** The regions that the demo does not have, each after the one that it lies in; and those that report figures, by their codes. */
export interface Organisations {
  regions: Region[]
  reporting: Region[]
}

/** Of the demo first, so that few organisations lie where its plans do. */
const FIRST = ['63', '37', '42']
/** A province reports, and about so many below it. */
const OF_A_PROVINCE = 88
/** A prefecture reports, and so many counties of it, where there are no more than usual. */
const COUNTIES = 8
const MOST_CHILDREN = 99

/** Nation, provinces, prefectures and counties, of which so many report: provinces, prefectures and counties alike. */
export function makeOrganisations(count: number): Organisations {
  const all = PROVINCES.filter(({ parentCode }) => parentCode !== null)
  const ordered = all.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.code < b.code ? -1 : 1))
  const provinces = ordered.slice(0, Math.max(1, Math.min(all.length, Math.round(count / OF_A_PROVINCE))))
  const below = provinces.flatMap((province, at) => {
    const share = Math.floor((count - at - 1) / provinces.length)
    return childrenOf(province, Math.max(0, share))
  })
  const reporting = [...provinces, ...below].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const others = PROVINCES.filter(({ code }) => demoRegions.every((known) => known.code !== code))
  return { regions: [...others, ...below], reporting }
}

const rankOf = ({ code }: Region): number => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length)

/** So many prefectures and counties of a province. */
function childrenOf(province: Region, count: number): Region[] {
  const prefectures = Math.min(MOST_CHILDREN, Math.ceil(count / (COUNTIES + 1)))
  const made: Region[] = []
  for (let number = 1; number <= prefectures; number++) {
    const prefecture = childOf(province, number, '市', 'City')
    made.push(prefecture)
    const counties = Math.floor((count - number) / prefectures)
    if (counties > MOST_CHILDREN) throw new RangeError('so many counties have no codes')
    for (let county = 1; county <= counties; county++) made.push(childOf(prefecture, county, '县', 'County'))
  }
  return made
}

const childOf = (parent: Region, number: number, zh: string, en: string): Region => ({
  code: parent.code + String(number).padStart(2, '0'),
  nameZh: `${parent.nameZh}第${chineseNumber(number)}${zh}`,
  nameEn: `${en} ${number} of ${parent.nameEn}`,
  parentCode: parent.code,
})

/** 1 to 99. */
export function chineseNumber(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return digits[ones] ?? ''
  return `${tens === 1 ? '' : digits[tens]}十${digits[ones]}`
}
