// What the framework itself can do: the least an application of ours could be, built and loaded beside the shop.
import path from 'node:path'

const root = path.join(import.meta.dirname, '../../..')

/** @type {import('next').NextConfig} */
const config = { poweredByHeader: false, serverExternalPackages: ['pg'], turbopack: { root }, outputFileTracingRoot: root }

export default config
