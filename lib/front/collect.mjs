/**
 * Lets Next answer, and holds the answer back until it is whole.
 * @param {import('node:http').ServerResponse} response
 * @param {() => Promise<unknown>} answering
 * @returns {Promise<{ status: number, headers: ReturnType<typeof response.getHeaders>, takeBody: () => Buffer } | null>} null when
 * nobody waits any more. The body can be taken once and is gone here then: what Next keeps of a rendered page holds on
 * to its response, and all that the response knows, for as long.
 */
export function collect(response, answering) {
  return new Promise((resolve, reject) => {
    // Whoever left while waiting for another's answer: Next would not end this one, and others would wait for it.
    if (response.destroyed) return resolve(null)
    const pieces = []
    const take = (piece, encoding) =>
      piece?.length && pieces.push(typeof piece === 'string' ? Buffer.from(piece, encoding) : Buffer.from(piece))
    const called = (rest) => rest.find((one) => typeof one === 'function')?.()
    Object.assign(response, {
      writeHead(status, ...rest) {
        response.statusCode = status
        for (const [name, value] of pairs(rest.at(-1))) response.setHeader(name, value)
        return response
      },
      flushHeaders() {},
      write(piece, ...rest) {
        take(piece, rest[0])
        called(rest)
        return true
      },
      end(piece, ...rest) {
        if (typeof piece !== 'function') take(piece, rest[0])
        const { statusCode: status } = response
        const headers = response.getHeaders()
        // Ours, and whatever Next's own packing put over them.
        for (const name of ['writeHead', 'flushHeaders', 'write', 'end']) delete response[name]
        for (const name of response.getHeaderNames()) response.removeHeader(name)
        if (typeof piece === 'function') piece()
        else called(rest)
        resolve({ status, headers, takeBody: () => Buffer.concat(pieces.splice(0)) })
        return response
      },
    })
    response.once('close', () => resolve(null))
    answering().catch(reject)
  })
}

/** What writeHead is given: an object, or a list of names and values. */
function pairs(headers) {
  if (!headers || typeof headers === 'string') return []
  if (!Array.isArray(headers)) return Object.entries(headers)
  return Array.from({ length: headers.length / 2 }, (_, i) => [headers[2 * i], headers[2 * i + 1]])
}
