/** The parts of ECharts that our charts are made of: the server's drawing and the page's register the same ones. */
import { CustomChart, HeatmapChart, LineChart } from 'echarts/charts'
import {
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  TitleComponent,
  VisualMapComponent,
} from 'echarts/components'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

/** For `use` of echarts/core. */
export const CHART_PARTS = [
  CustomChart,
  HeatmapChart,
  LineChart,
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  TitleComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
]
