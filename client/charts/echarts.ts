import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Loaded only where a chart is shown, and only the parts that the option builders use.
use([LineChart, BarChart, CustomChart, GridComponent, TooltipComponent, SVGRenderer])

export { init }
