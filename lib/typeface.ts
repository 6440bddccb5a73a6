// The shop's typeface: one family for everything, Bricolage Grotesque, a single file of 41 kB (public/typeface, under the
// SIL Open Font License). Its rules stand in each page itself, not in a stylesheet: text laid out before a browser knows
// of them is laid out again when it does, all of it.

/** What stands in until the file is here: as wide, on the average of our own pages, at each weight they use. */
const standIns = [
  // First, since a name that a machine does not have is looked for again with every size. That is slow on Linux, which
  // seldom has Arial; other systems, which have no DejaVu, are quick.
  {
    family: 'DejaVu as Bricolage',
    regular: ["'DejaVu Sans'"],
    bold: ["'DejaVu Sans Bold'"],
    widths: { text: 92.6, medium: 97.1, heading: 84.9 },
  },
  {
    family: 'Arial as Bricolage',
    regular: ['Arial', "'Liberation Sans'", 'Roboto'],
    bold: ["'Arial Bold'", "'Liberation Sans Bold'", "'Roboto Bold'"],
    widths: { text: 105.2, medium: 108.8, heading: 100.9 },
  },
] as const

/** What text is set in: the typeface, and what stands in for it. */
export const families = ['Bricolage', ...standIns.map(({ family }) => family)]

/** As high, too: Bricolage rises 0.93 of its size above the line and falls 0.27 below it. Widths in percent. */
function face(family: string, fonts: readonly string[], weights: string, width: number): string {
  const share = (height: number) => `${Number(((100 * height) / (width / 100)).toFixed(2))}%`
  const src = fonts.map((font) => `local(${font})`).join()
  return `@font-face{font-family:'${family}';src:${src};font-weight:${weights};ascent-override:${share(0.93)};descent-override:${share(0.27)};line-gap-override:0%;size-adjust:${width}%}`
}

export const typeface = [
  "@font-face{font-family:Bricolage;src:url(/typeface/bricolage-grotesque-latin-wght-5.3.0.woff2)format('woff2');font-weight:200 800;font-display:swap}",
  ...standIns.flatMap(({ family, regular, bold, widths }) => [
    face(family, regular, '200 400', widths.text),
    face(family, regular, '500', widths.medium),
    face(family, bold, '600 800', widths.heading),
  ]),
].join('')

/** By which a policy that names the styles it allows knows these; a test holds the two together. */
export const typefaceHash = 'sha256-WuxHdY0oj1KCIglWsfqrXOqfxYBtm2wk+HsBz+VtqGs='
