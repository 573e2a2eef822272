import type { EChartsType } from 'echarts/core'
import { useEffect, useRef } from 'preact/hooks'
import { isDark } from '../state/theme.ts'
import type { ChartColours } from './chart-dress.ts'
import './chart.css'
import type { TargetOption } from './option-type.ts'

interface Props {
  /** What the drawing shows, for those who do not see it; the figures themselves stand in the table beside it. */
  description: string
  /** The option for a size in px. A new function draws anew. */
  option: (width: number, height: number, colours: ChartColours, font: string) => TargetOption
}

/** The colours are those of the page: a chart has none of its own. */
function coloursOf(element: Element): { colours: ChartColours; font: string } {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return {
    colours: {
      paper: token('paper'),
      sunken: token('sunken'),
      ink: token('ink'),
      ink2: token('ink-2'),
      ink3: token('ink-3'),
      rule: token('rule'),
      axis: token('rule-2'),
      accent: token('accent'),
    },
    font: style.fontFamily,
  }
}

/** Owns the only ECharts instance of a page: loads it when it is shown, redraws for size, theme and language. */
export function Chart({ description, option }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const latest = useRef(option)
  latest.current = option
  const dark = isDark()

  const draw = useRef((): void => {
    const element = box.current
    const instance = chart.current
    if (!element || !instance || element.clientWidth === 0) return
    const { clientWidth, clientHeight } = element
    const { colours, font } = coloursOf(element)
    instance.resize({ width: clientWidth, height: clientHeight })
    instance.setOption(latest.current(clientWidth, clientHeight, colours, font), { notMerge: true })
  })

  useEffect(() => {
    const element = box.current
    if (!element) return
    let gone = false
    const observer = new ResizeObserver(() => draw.current())
    void import('./echarts.ts').then(({ init }) => {
      if (gone) return
      chart.current = init(element, null, { renderer: 'svg', width: element.clientWidth, height: element.clientHeight })
      draw.current()
      observer.observe(element)
    })
    return () => {
      gone = true
      observer.disconnect()
      chart.current?.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => draw.current(), [option, dark])

  return (
    <div class="chart" role="img" aria-label={description}>
      <div class="drawing" ref={box} aria-hidden="true" />
    </div>
  )
}
