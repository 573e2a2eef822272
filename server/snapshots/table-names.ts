/** Which columns tell one row from another. */
export const PRIMARY_KEYS: Readonly<Record<string, readonly string[]>> = {
  'observations.csv': ['region_code', 'indicator_code', 'year', 'measure'],
  'targets.csv': ['target_id', 'milestone_year'],
  'progress.csv': ['target_id', 'milestone_year'],
  'revisions.csv': ['seq', 'field'],
  'observations.sdmx.csv': ['REF_AREA', 'INDICATOR', 'MEASURE', 'TIME_PERIOD'],
}

/** What the tables are called. */
export const TITLES: Readonly<Record<string, string>> = {
  'observations.csv': '年度数据 Approved yearly figures',
  'targets.csv': '阶段目标 Milestones as the plans word them',
  'progress.csv': '进展 Judgement of every milestone',
  'revisions.csv': '修订与审核 Every revision and decision',
  'observations.sdmx.csv': '年度数据（SDMX-CSV 2.0） Approved yearly figures as SDMX-CSV 2.0',
}
