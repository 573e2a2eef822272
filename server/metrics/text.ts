// The text format 0.0.4 of Prometheus.

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export interface Sample {
  /** `_bucket`, `_sum`, `_count` of a histogram; otherwise nothing. */
  suffix?: string
  labels?: Readonly<Record<string, string>>
  value: number
}

/** What is measured under one name. */
export interface Family {
  name: string
  /** What it is, with its unit. */
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: readonly Sample[]
}

/** The text that Prometheus reads. What has no sample is left out. */
export function toMetricsText(families: readonly Family[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) => {
      const lines = samples.map(({ suffix = '', labels, value }) => `${name}${suffix}${toLabels(labels)} ${value}\n`)
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
    })
    .join('')
}

function toLabels(labels: Sample['labels']): string {
  if (labels === undefined) return ''
  return `{${Object.entries(labels)
    .map(([name, text]) => `${name}="${escaped(text)}"`)
    .join(',')}}`
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`).replaceAll('\n', String.raw`\n`)

/** A counter or gauge with one value. */
export const single = (type: 'counter' | 'gauge', name: string, help: string, value: number): Family => ({
  name,
  help,
  type,
  samples: [{ value }],
})
