// Which room may import from which. The stairs go down only; a copied folder must stand alone.
import path from 'node:path'
import { root } from '../lib/root.mjs'

// A path ending in "/" is a folder with everything in it. The first wall whose `room` holds the file decides;
// `may` and `mayNot` speak of files of ours, `packages` (where given) of everything else.
const walls = [
  {
    room: 'components/',
    may: ['components/', 'lib/money', 'lib/i18n/', 'lib/drawing/'],
    typesFrom: ['lib/', 'app/'],
    because: 'A component gets its data as props: of lib it may import types, and values only from money, i18n and drawing.',
  },
  ...['netgiro', 'nets-easy', 'v3'].map((gateway) => ({
    room: `lib/gateways/${gateway}/`,
    may: [`lib/gateways/${gateway}/`, 'lib/gateways/http', 'lib/gateways/gateway', 'lib/money'],
    packages: /^(node:|zod$)/,
    because: 'A gateway is copied by integrators: it may import only http, gateway and money; config, clock and recorder are arguments.',
  })),
  {
    room: 'lib/gateways/',
    may: ['lib/gateways/gateway', 'lib/gateways/http', 'lib/money'],
    packages: /^(node:|zod$)/,
    because: 'What the gateways share knows no gateway and nothing of the shop.',
  },
  {
    room: 'lib/sandbox/',
    may: ['lib/sandbox/', 'lib/env', 'lib/log'],
    because: "The sandbox shares nothing with the client but the wire: a simulator that shares the client's code agrees with its mistakes.",
  },
  { room: 'lib/drawing/', may: ['lib/drawing/'], packages: /^$/, because: 'Drawing is pure: data in, SVG out.' },
  { room: 'lib/money', may: [], packages: /^$/, because: 'Money is pure: the browser and every gateway carry it.' },
  ...['db', 'env', 'log', 'clock', 'ids'].map((name) => ({
    room: `lib/${name}`,
    may: ['lib/db', 'lib/env', 'lib/log', 'lib/generated/'],
    because: 'The ground floor imports from no room above it.',
  })),
  {
    room: 'lib/catalogue/',
    mayNot: ['app/', 'components/', 'lib/sandbox/', 'lib/gateways/', 'lib/payments/', 'lib/orders/', 'lib/cart/'],
    because: 'The stairs go down only: the catalogue knows no cart, order or payment.',
  },
  {
    room: 'lib/cart/',
    mayNot: ['app/', 'components/', 'lib/sandbox/', 'lib/gateways/', 'lib/payments/', 'lib/orders/'],
    because: 'The stairs go down only: the cart knows the catalogue, but no order or payment.',
  },
  {
    room: 'lib/orders/',
    mayNot: ['app/', 'components/', 'lib/sandbox/', 'lib/gateways/', 'lib/payments/'],
    because: 'The stairs go down only: an order knows no payment and no gateway.',
  },
  {
    room: 'lib/payments/gateways',
    mayNot: ['app/', 'components/', 'lib/sandbox/'],
    because: 'The stairs go down only, and the shop reaches a sandbox over HTTP as it would the provider.',
  },
  {
    room: 'lib/',
    mayNot: ['app/', 'components/', 'lib/sandbox/', 'lib/gateways/netgiro/', 'lib/gateways/nets-easy/', 'lib/gateways/v3/'],
    because: 'The stairs go down only; one gateway is named in lib/payments/gateways alone, and a sandbox is reached over HTTP.',
  },
]

const holds = (place, file) => (place.endsWith('/') ? file.startsWith(place) : file === place || file.startsWith(`${place}.`))
const inOneOf = (places, file) => places.some((place) => holds(place, file))

/** The file of ours an import means, without its ending, or null for a package. */
function fileOf(source, importer) {
  if (source.startsWith('@/')) return source.slice(2)
  if (source.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(importer), source))
  return null
}

function isForbidden(wall, source, importer, onlyTypes) {
  const file = fileOf(source, importer)
  if (file === null) return Boolean(wall.packages) && !wall.packages.test(source)
  if (onlyTypes && wall.typesFrom && inOneOf(wall.typesFrom, file)) return false
  // "lib/i18n" is the folder's own index.
  return wall.may ? !inOneOf(wall.may, file) && !inOneOf(wall.may, `${file}/`) : inOneOf(wall.mayNot, file)
}

const onlyTypes = ({ importKind, exportKind, specifiers }) =>
  importKind === 'type' ||
  exportKind === 'type' ||
  (specifiers?.length > 0 && specifiers.every((s) => s.importKind === 'type' || s.exportKind === 'type'))

export const stairs = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const importer = path.relative(root, context.filename).split(path.sep).join('/')
    const wall = walls.find(({ room }) => holds(room, importer))
    if (!wall) return {}
    const check = (node) => {
      const source = node.source?.value
      if (typeof source === 'string' && isForbidden(wall, source, importer, onlyTypes(node)))
        context.report({ node, message: wall.because })
    }
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}
