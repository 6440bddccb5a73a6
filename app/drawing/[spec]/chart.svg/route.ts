import { hasChart, renderChart } from '@/lib/drawing/chart'
import { notAPicture, picture } from '../../picture'

/** The knitting chart behind a product's picture. */
export async function GET(_request: Request, { params }: { params: Promise<{ spec: string }> }): Promise<Response> {
  const { spec } = await params
  return hasChart(spec) ? picture(renderChart(spec), 'forever') : notAPicture()
}
