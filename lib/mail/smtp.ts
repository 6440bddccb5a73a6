// One mail to the SMTP server. Three outcomes, as with a payment: accepted, refused, or nobody knows.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Env } from '@/lib/env'

export type Smtp = NonNullable<Env['smtp']>
export type Letter = {
  readonly key: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly createdAt: Date
}

/** `permanent`: the server will never take this mail for this address. `unclear`: the server may have taken it. */
export type Posted =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly permanent: boolean; readonly why: string }
  | { readonly kind: 'unclear'; readonly why: string }

/** The most one mail takes, milliseconds. */
export const postingMs = 30_000

/**
 * Posts a letter. `handOver` is asked when the server is ready for the text and before the first byte of it leaves:
 * when it answers false nothing is sent. Only after it can the outcome be unclear.
 */
export async function postBySmtp(smtp: Smtp, letter: Letter, handOver: () => Promise<boolean>): Promise<Posted> {
  const connection = new SMTPConnection({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: smtp.requireTls,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  let handedOver = false
  async function* text(bytes: Buffer) {
    if (!(await handOver())) throw new Error('somebody else has this mail')
    handedOver = true
    yield bytes
  }
  try {
    const message = compose(smtp.from, letter)
    const bytes = await message.build()
    await inTime(connection, async () => {
      await step((done) => connection.connect(done))
      const { auth } = smtp
      if (auth) await step((done) => connection.login({ credentials: auth }, done))
      const { from, to } = message.getEnvelope()
      await step((done) => connection.send({ from, to, size: bytes.length }, Readable.from(text(bytes)), done))
    })
    connection.quit()
    return { kind: 'accepted' }
  } catch (error) {
    connection.close()
    return verdict(error as SmtpError, handedOver)
  }
}

type SmtpError = Error & { readonly responseCode?: number; readonly command?: string }

function verdict({ message, responseCode = 0, command = '' }: SmtpError, handedOver: boolean): Posted {
  const why = message.slice(0, 300)
  // After the text only the server's own no to it is a no.
  if (handedOver && !(command === 'DATA' && responseCode >= 400)) return { kind: 'unclear', why }
  // A wrong password, or a sender nobody knows, is ours to put right; an address that is not there stays so.
  return { kind: 'refused', permanent: responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA'), why }
}

/** The same mail in every try, by its own name too: a server that has it can tell. */
function compose(from: string, { key, to, subject, text, createdAt }: Letter) {
  const host = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    text,
    date: createdAt,
    messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
}

type Done = (error?: Error | null) => void
const step = (work: (done: Done) => void) => new Promise<void>((resolve, reject) => work((error) => (error ? reject(error) : resolve())))

/** Whatever becomes of the connection, an answer comes within `postingMs`. */
async function inTime(connection: SMTPConnection, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject)
    connection.on('end', () => reject(new Error('the connection ended')))
    timer = setTimeout(() => reject(new Error(`no end within ${postingMs} ms`)), postingMs)
  })
  try {
    await Promise.race([work(), broken])
  } finally {
    clearTimeout(timer)
    broken.catch(() => undefined)
  }
}
