import { limits, type Band, type BandColours, type Detail, type Drawing, type Garment } from '@/lib/drawing/spec'
import { wools, type WoolName } from '@/lib/drawing/wool'

export type Row = 'bands' | 'trim'

/** One step of the pen. Whatever it is, what comes of it is a drawing: places in the palette never point beside it. */
export type Stroke =
  | { kind: 'garment'; garment: Garment }
  | { kind: 'shade'; place: number; wool: WoolName }
  | { kind: 'addShade' }
  | { kind: 'removeShade'; place: number }
  | { kind: 'rib'; place: number }
  | { kind: 'detail'; detail: Detail; on: boolean }
  | { kind: 'band'; row: Row; at: number; band: Band }
  | { kind: 'addBand'; row: Row }
  | { kind: 'removeBand'; row: Row; at: number }
  | { kind: 'moveBand'; row: Row; at: number; by: -1 | 1 }

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)

/** A shade goes: what was knitted in it is knitted in the first one. */
function withoutShade(drawing: Drawing, gone: number): Drawing {
  const next = (place: number) => (place === gone ? 0 : place > gone ? place - 1 : place)
  const recolour = (band: Band): Band => {
    const [ground, pattern, second] = band.colours
    return { ...band, colours: [next(ground), next(pattern), next(second)] }
  }
  return {
    ...drawing,
    palette: without(drawing.palette, gone),
    rib: next(drawing.rib),
    bands: drawing.bands.map(recolour),
    trim: drawing.trim.map(recolour),
  }
}

function moved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[at], list[at + by]]
  if (one === undefined || other === undefined) return list
  return list.map((each, index) => (index === at ? other : index === at + by ? one : each))
}

export function stroke(drawing: Drawing, step: Stroke): Drawing {
  const { palette, details } = drawing
  switch (step.kind) {
    case 'garment':
      return { ...drawing, garment: step.garment }
    case 'shade':
      return { ...drawing, palette: palette.map((wool, place) => (place === step.place ? step.wool : wool)) }
    case 'addShade': {
      const unused = (Object.keys(wools) as WoolName[]).find((wool) => !palette.includes(wool))
      return palette.length < limits.palette && unused ? { ...drawing, palette: [...palette, unused] } : drawing
    }
    case 'removeShade':
      return palette.length > 2 ? withoutShade(drawing, step.place) : drawing
    case 'rib':
      return { ...drawing, rib: step.place }
    case 'detail':
      return { ...drawing, details: step.on ? [...new Set([...details, step.detail])] : details.filter((one) => one !== step.detail) }
    case 'band':
      return { ...drawing, [step.row]: drawing[step.row].map((band, at) => (at === step.at ? step.band : band)) }
    case 'addBand': {
      const colours: BandColours = [0, 1, Math.min(2, palette.length - 1)]
      const list = drawing[step.row]
      return list.length < limits[step.row] ? { ...drawing, [step.row]: [...list, { motif: 'tick', gap: 1, colours }] } : drawing
    }
    case 'removeBand':
      return { ...drawing, [step.row]: without(drawing[step.row], step.at) }
    case 'moveBand':
      return { ...drawing, [step.row]: moved(drawing[step.row], step.at, step.by) }
  }
}
