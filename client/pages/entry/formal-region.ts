/** Provinces that are none by name: municipalities and autonomous regions. By GB/T 2260. */
const OTHERS: Readonly<Record<string, string>> = {
  '00': '全国',
  '11': '北京市',
  '12': '天津市',
  '15': '内蒙古自治区',
  '31': '上海市',
  '45': '广西壮族自治区',
  '50': '重庆市',
  '54': '西藏自治区',
  '64': '宁夏回族自治区',
  '65': '新疆维吾尔自治区',
}

/** A region as a form names it: 青海省. Below the province, and where it is formal already, as it is. */
export const formalRegion = (code: string, nameZh: string): string =>
  code.length > 2 || /[省市区]$/.test(nameZh) ? nameZh : (OTHERS[code] ?? `${nameZh}省`)
