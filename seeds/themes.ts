import type { Theme } from '../server/contract/reference.ts'

export const themes: Theme[] = [
  { code: 'enterprises', nameZh: '企业培育', nameEn: 'Enterprises' },
  { code: 'platforms', nameZh: '创新平台', nameEn: 'Innovation platforms' },
  { code: 'talent', nameZh: '人才团队', nameEn: 'Talent and teams' },
  { code: 'inputs-outputs', nameZh: '投入产出', nameEn: 'Inputs and outputs' },
  { code: 'carbon-energy', nameZh: '降碳能效', nameEn: 'Carbon and energy efficiency' },
  { code: 'demonstration', nameZh: '示范集群', nameEn: 'Demonstration and clusters' },
]
