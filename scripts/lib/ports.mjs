import net from 'node:net'

/** null when the port is free, else the code of the error that says it is not. */
const tryPort = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL' ? null : error.code))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)))
  })

/** On every interface, as the shop will listen, and on loopback, where another program may sit alone. */
export async function whyNotFree(port) {
  for (const host of ['::', '0.0.0.0', '127.0.0.1', '::1']) {
    const code = await tryPort(port, host)
    if (code) return code
  }
  return null
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
