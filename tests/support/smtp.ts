// An SMTP server on a free port that remembers what it was given and answers as it is told.
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Smtp } from '@/lib/mail/smtp'

export type Taken = { readonly to: readonly string[]; readonly raw: string }
type Reply = Error | null
/** Asked once a mail has come in whole: null takes it. `drop` cuts the line instead of answering. */
export type Answer = (mail: Taken, drop: () => void) => Reply | Promise<Reply> | 'never'

/** A reply with a code of SMTP's own: 4xx not now, 5xx never. */
export const smtpError = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

export async function smtpServer(options: { answer?: Answer; onRecipient?: (address: string) => Reply; password?: string } = {}) {
  const { answer = () => null, onRecipient = () => null, password } = options
  /** Every mail whose text came in whole, taken or not. */
  const heard: Taken[] = []
  const settings: SMTPServerOptions = {
    // Without TLS: loopback.
    disabledCommands: password === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: password === undefined,
    onAuth: (auth, _, done) => (auth.password === password ? done(null, { user: auth.username }) : done(smtpError(535, 'wrong password'))),
    onRcptTo: ({ address }, _, done) => done(onRecipient(address)),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mail = { to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() }
        heard.push(mail)
        const drop = () =>
          [...(server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections].forEach((one) =>
            one._socket.destroy(),
          )
        const reply = answer(mail, drop)
        if (reply !== 'never') void Promise.resolve(reply).then((error) => done(error))
      })
    },
  }
  const server = new SMTPServer(settings)
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  const smtp: Smtp = {
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    from: 'Lykkja <shop@example.is>',
    auth: password === undefined ? null : { user: 'shop', pass: password },
  }
  return { smtp, heard, port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
