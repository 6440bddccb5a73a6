// Draws share pictures in a thread of its own: one takes half a second, in which the server could answer nobody else.
// Started by draw.ts as it is, beside the bundle, so it is plain JavaScript.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import og from 'next/og.js'

const { resolve } = createRequire(import.meta.url)
const paper = '#f5f1e9'
const tile = '#ebe5d9'
const ink = '#211d1a'
const muted = '#665e55'

const face = async (weight) => ({
  name: 'Bricolage Grotesque',
  weight,
  data: await readFile(resolve(`@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-${weight}-normal.woff`)),
})
const fonts = Promise.all([face(500), face(700)])

const element = (type, props, children) => ({ type, key: null, props: { ...props, children } })
const box = (style, ...children) => element('div', { style: { display: 'flex', ...style } }, children.length === 1 ? children[0] : children)
const picture = (svg, width, height) =>
  element('img', { src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, width, height })

/** @param {import('./draw').SharePicture} content @param {{ width: number, height: number }} size */
function layout({ name, shelf, shop, drawing, mark, band }, { width, height }) {
  const left = (height * 4) / 5
  return box(
    { width, height, background: paper, color: ink, fontFamily: 'Bricolage Grotesque', fontWeight: 500 },
    box({ width: left, height, background: tile }, picture(drawing, left, height)),
    box(
      { width: width - left, height, flexDirection: 'column', justifyContent: 'space-between' },
      box(
        { flexDirection: 'column', flexGrow: 1, justifyContent: 'space-between', padding: '56px 56px 40px' },
        box({ alignItems: 'center', gap: 16, fontSize: 40, fontWeight: 700, letterSpacing: '-0.02em' }, picture(mark, 48, 48), shop),
        box(
          { flexDirection: 'column', gap: 14 },
          box({ display: 'block', fontSize: 84, fontWeight: 700, lineHeight: 1.02, letterSpacing: '-0.03em', lineClamp: 3 }, name),
          box({ fontSize: 38, color: muted }, shelf),
        ),
      ),
      picture(band, width - left, 72),
    ),
  )
}

parentPort.on('message', async ({ content, size }) => {
  const png = await new og.ImageResponse(layout({ ...content }, size), { ...size, fonts: await fonts }).arrayBuffer()
  parentPort.postMessage(png, [png])
})
