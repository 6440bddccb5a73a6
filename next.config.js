// Another folder for the build lets the tests build beside a running shop.
const distDir = process.env.NEXT_DIST_DIR || '.next'

/** @type {import('next').NextConfig} */
const config = {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  // The sandbox speaks the providers' wire, where a slash must never redirect a POST.
  skipTrailingSlashRedirect: true,
  // No picture of ours needs the optimiser: they are drawn as SVG.
  images: { unoptimized: true },
  serverExternalPackages: ['pino', 'pg'],
  outputFileTracingRoot: import.meta.dirname,
}

export default config
