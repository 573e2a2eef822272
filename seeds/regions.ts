import type { Region } from '../server/contract/reference.ts'

/** The nation and the three provinces that the plans bind: GB/T 2260, and `00` for the nation. */
export const regions: Region[] = [
  { code: '00', nameZh: '全国', nameEn: 'China', parentCode: null },
  { code: '37', nameZh: '山东省', nameEn: 'Shandong', parentCode: '00' },
  { code: '42', nameZh: '湖北省', nameEn: 'Hubei', parentCode: '00' },
  { code: '63', nameZh: '青海省', nameEn: 'Qinghai', parentCode: '00' },
]
