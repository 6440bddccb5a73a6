import sirv from 'sirv'

const prefix = '/_next/static'

/**
 * The build's files, from the packed copies that lie beside them (scripts/lib/pack-files.mjs). Their names hold what
 * they are: they never change.
 * @param {string} folder
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} whether it answered
 */
export function buildFiles(folder) {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: 31_536_000,
    setHeaders: (response) => response.setHeader('X-Content-Type-Options', 'nosniff'),
  })
  return (request, response) => {
    const { url = '', method } = request
    if (!url.startsWith(`${prefix}/`) || (method !== 'GET' && method !== 'HEAD')) return false
    let answered = true
    request.url = url.slice(prefix.length)
    serve(request, response, () => {
      request.url = url
      answered = false
    })
    return answered
  }
}
