import localFont from 'next/font/local'

// One family for everything, packaged with the shop (SIL Open Font License): a single file of 41 kB,
// nothing fetched from elsewhere at build or in the browser.
const bricolage = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  variable: '--font-bricolage',
  weight: '200 800',
  display: 'swap',
})

/** The class that gives <html> its typeface. */
export const fonts = bricolage.variable
