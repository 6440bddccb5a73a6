// Stands between the shop and PostgreSQL and speaks just enough of its protocol to see a COMMIT pass. When told to, it
// lets one through and cuts the line before the answer: whether it was committed is then for the shop to find out.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

const isCommit = (type: string, body: Buffer): boolean => {
  // Query: the text. Parse: a name, then the text.
  const text = type === 'Q' ? body.toString('latin1') : type === 'P' ? (body.toString('latin1').split('\0')[1] ?? '') : ''
  return /^\s*COMMIT\b/i.test(text)
}

/** Tells of each COMMIT in a client's bytes, in whatever pieces they come. */
function commitsIn(): (bytes: Buffer) => boolean {
  let rest = Buffer.alloc(0)
  let started = false
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    let seen = false
    for (;;) {
      // The first message alone has no type before its length.
      const head = started ? 1 : 0
      if (rest.length < head + 4) return seen
      const end = head + rest.readUInt32BE(head)
      if (rest.length < end) return seen
      if (started && isCommit(String.fromCharCode(rest[0] ?? 0), rest.subarray(head + 4, end))) seen = true
      started = true
      rest = rest.subarray(end)
    }
  }
}

export class CommitProxy {
  /** How many COMMITs lost their answer. */
  cuts = 0
  private left = 0
  private readonly lines = new Set<Socket>()
  private constructor(private readonly server: Server, readonly url: string) {}

  static async before(databaseUrl: string): Promise<CommitProxy> {
    const real = new URL(databaseUrl)
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = new URL(databaseUrl)
    url.hostname = '127.0.0.1'
    url.port = String((server.address() as AddressInfo).port)
    const proxy = new CommitProxy(server, url.href)
    server.on('connection', (client) => proxy.carry(client, connect({ host: real.hostname, port: Number(real.port) })))
    return proxy
  }

  /** The COMMIT after this many others loses its answer. */
  cutAfter(others: number): void {
    this.left = others + 1
  }

  stop(): void {
    this.server.close()
    for (const line of this.lines) line.destroy()
  }

  private carry(client: Socket, database: Socket): void {
    const sees = commitsIn()
    let cutting = false
    const end = () => void [client, database].forEach((line) => line.destroy())
    for (const line of [client, database]) {
      line.setNoDelay(true)
      this.lines.add(line)
      line.on('error', end)
      line.on('close', () => {
        this.lines.delete(line)
        end()
      })
    }
    client.on('data', (bytes: Buffer) => {
      if (sees(bytes) && this.left > 0 && --this.left === 0) cutting = true
      database.write(bytes)
    })
    database.on('data', (bytes: Buffer) => {
      if (!cutting) return void client.write(bytes)
      this.cuts++
      end()
    })
  }
}
