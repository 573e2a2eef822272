import type { EChartsType, init as Init } from 'echarts/core'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { inLightTheme } from '../pictures/light-theme.ts'
import { isDark } from '../state/theme.ts'
import type { ChartColours } from './chart-dress.ts'
import './chart.css'
import type { TargetOption } from './option-type.ts'

interface Props {
  /** What the drawing shows, for those who do not see it; the figures themselves stand in the table beside it. */
  description: string
  /** The option for a size in px. A new function draws anew. */
  option: (width: number, height: number, colours: ChartColours, font: string) => TargetOption
  /** Is given what draws the chart once more as a picture of its own, in the colours that the page has then. */
  drawing?: RefObject<(() => SVGSVGElement | null) | null>
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

/** What a chart is drawn for on paper, whose width no script knows; the style sheet fits it to the page. */
const PAPER = { width: 660, height: 330 }
const FORCED = '(forced-colors: active)'

/** What a chart is drawn for in a picture: wide enough for all of its labels, on whatever screen it is taken. */
const PICTURE = { width: 912, height: 420 }

/** The chart at the size of a picture, in no page. */
function drawnApart(init: typeof Init, option: TargetOption): SVGSVGElement | null {
  const apart = init(document.createElement('div'), null, { renderer: 'svg', ...PICTURE })
  apart.setOption(option)
  apart.getZr().flush()
  const svg = apart.getDom().querySelector('svg')?.cloneNode(true)
  apart.dispose()
  return svg instanceof SVGSVGElement ? svg : null
}

/** Owns the ECharts instance of a page: loads it when it is shown, redraws for size, theme, language and paper. */
export function Chart({ description, option, drawing }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const latest = useRef(option)
  latest.current = option
  const onPaper = useRef(false)
  const dark = isDark()

  const draw = useRef((): void => {
    const element = box.current
    const instance = chart.current
    if (!element || !instance || element.clientWidth === 0) return
    const { width, height } = onPaper.current ? PAPER : { width: element.clientWidth, height: element.clientHeight }
    const { colours, font } = onPaper.current ? inLightTheme(() => coloursOf(element)) : coloursOf(element)
    instance.resize({ width, height })
    instance.setOption(latest.current(width, height, colours, font), { notMerge: true })
    element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`)
  })

  useEffect(() => {
    const element = box.current
    if (!element) return
    let gone = false
    const redraw = (): void => draw.current()
    const toPaper = (): void => {
      onPaper.current = true
      redraw()
      chart.current?.getZr().flush()
    }
    const toScreen = (): void => {
      onPaper.current = false
      redraw()
    }
    const observer = new ResizeObserver(redraw)
    const forced = matchMedia(FORCED)
    forced.addEventListener('change', redraw)
    addEventListener('beforeprint', toPaper)
    addEventListener('afterprint', toScreen)
    void import('./echarts.ts').then(({ init }) => {
      if (gone) return
      if (drawing) {
        drawing.current = () => {
          // Where colours are forced the root still has the page's own.
          const { colours, font } = coloursOf(document.body)
          return drawnApart(init, latest.current(PICTURE.width, PICTURE.height, colours, font))
        }
      }
      chart.current = init(element, null, { renderer: 'svg', width: element.clientWidth, height: element.clientHeight })
      draw.current()
      observer.observe(element)
    })
    return () => {
      gone = true
      forced.removeEventListener('change', redraw)
      removeEventListener('beforeprint', toPaper)
      removeEventListener('afterprint', toScreen)
      observer.disconnect()
      if (drawing) drawing.current = null
      chart.current?.dispose()
      chart.current = null
    }
  }, [drawing])

  useEffect(() => draw.current(), [option, dark])

  return (
    <div class="chart" role="img" aria-label={description}>
      <div class="drawing" ref={box} aria-hidden="true" />
    </div>
  )
}
