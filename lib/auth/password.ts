// Used by the seed too, which runs without Next: nothing but Node's own modules here.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

type Cost = { readonly ln: number; readonly r: number; readonly p: number }

// One of the settings OWASP names as equal: 32 MB of memory, about a tenth of a second.
const cost: Cost = { ln: 15, r: 8, p: 3 }
const keyBytes = 32

function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const maxmem = 128 * 2 ** ln * (r + 1) * 2
    scrypt(password.normalize('NFKC'), salt, keyBytes, { N: 2 ** ln, r, p, maxmem }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

const encode = ({ ln, r, p }: Cost, salt: Buffer, key: Buffer) =>
  `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`

/** "$scrypt$ln=15,r=8,p=3$<salt>$<key>": carries its own cost, so that the cost can rise later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return encode(cost, salt, await derive(password, salt, cost))
}

/** Compared with when there is no such account, so that the answer takes as long. No password leads to it. */
export const nobodysHash = encode(cost, Buffer.alloc(16), Buffer.alloc(keyBytes))

const layout = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const parts = layout.exec(hash)
  if (!parts) throw new Error('a stored password hash is not of our layout')
  const [, ln, r, p, salt = '', key = ''] = parts
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { ln: Number(ln), r: Number(r), p: Number(p) })
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'))
}
