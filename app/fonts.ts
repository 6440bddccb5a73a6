import localFont from 'next/font/local'

// Packaged with the shop (SIL Open Font License): nothing is fetched at build or in the browser from elsewhere.
const text = localFont({
  src: '../node_modules/@fontsource-variable/familjen-grotesk/files/familjen-grotesk-latin-wght-normal.woff2',
  variable: '--font-text',
  weight: '400 700',
  display: 'swap',
})

const display = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  variable: '--font-display',
  weight: '200 800',
  display: 'swap',
})

/** The class that gives <html> both font variables. */
export const fonts = `${text.variable} ${display.variable}`
