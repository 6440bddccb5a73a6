// What the framework itself can do: the least an application of ours could be, built and loaded beside the shop.
import path from 'node:path'

const root = path.join(import.meta.dirname, '../../..')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Turbopack looks for proxy and instrumentation in the folders above too: without this the floor would run the shop's.
  pageExtensions: ['jsx', 'js'],
  serverExternalPackages: ['pg'],
  turbopack: { root },
  outputFileTracingRoot: root,
}

export default config
