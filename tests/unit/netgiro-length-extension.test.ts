import { describe, expect, it } from 'vitest'
import { readCallback } from '@/lib/gateways/netgiro/callback'
import { sign, verify } from '@/lib/gateways/netgiro/signature'
import { strictObject } from '@/lib/gateways/netgiro/wire'

const k = Uint32Array.from(
  (
    '428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe ' +
    '9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d b00327c8 bf597fc7 ' +
    'c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b ' +
    'c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 ' +
    '748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2'
  )
    .split(' ')
    .map((word) => parseInt(word, 16)),
)

const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n))

/** One block of SHA-256 from any state: what an attacker runs, starting from a signature they have seen. */
function compress(state: Uint32Array, block: Buffer): Uint32Array {
  const w = new Uint32Array(64)
  for (let i = 0; i < 16; i++) w[i] = block.readUInt32BE(i * 4)
  for (let i = 16; i < 64; i++) {
    const [a, b] = [w[i - 15]!, w[i - 2]!]
    w[i] = w[i - 16]! + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7]! + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) >>> 0
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) >>> 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0]
  }
  return state.map((word, i) => word + [a, b, c, d, e, f, g, h][i]!)
}

function padding(length: number): Buffer {
  const bytes = Buffer.alloc(((55 - length) & 63) + 9)
  bytes[0] = 0x80
  bytes.writeBigUInt64BE(BigInt(length) * 8n, bytes.length - 8)
  return bytes
}

/** A valid signature for body ‖ padding ‖ tail, made without the secret: only its length is guessed. */
function extend(signature: string, signedLength: number, tail: Buffer): { glue: Buffer; forged: string } {
  const glue = padding(signedLength)
  const rest = Buffer.concat([tail, padding(signedLength + glue.length + tail.length)])
  const start = new Uint32Array(8).map((_, i) => parseInt(signature.slice(i * 8, i * 8 + 8), 16))
  let state: Uint32Array = start
  for (let at = 0; at < rest.length; at += 64) state = compress(state, rest.subarray(at, at + 64))
  return { glue, forged: Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('') }
}

const secretKey = 'the attacker knows only how long this is'
const [nonce, url, body] = ['7', 'https://shop.example.is/callbacks/1', '{"Success":true,"ResultCode":10425}']
const signed = Buffer.byteLength(secretKey + nonce + url + body)

describe('a callback lengthened by someone who has seen one and does not know the secret', () => {
  const tail = Buffer.from(',"Success":true,"PaymentSuccessful":true,"ResultCode":10200}')
  const { glue, forged } = extend(sign({ secretKey, nonce, url, body }), signed, tail)
  const lengthened = Buffer.concat([Buffer.from(body), glue, tail])

  it('does carry a right signature, for plain SHA-256 allows that', () => {
    expect(verify({ secretKey, nonce, url, body: lengthened, signature: forged })).toBe(true)
  })

  it('is refused by the strict reader', () => {
    expect(strictObject(lengthened)).toBeUndefined()
    const headers = new Headers({ netgiro_nonce: nonce, netgiro_signature: forged })
    expect(readCallback(secretKey, { registeredUrl: url, headers, body: lengthened })).toEqual({
      signature: 'valid',
      parsed: false,
      view: {},
    })
  })

  it('is refused at every length of the secret, whatever the padding looks like', () => {
    for (let length = 1; length < 200; length++) {
      const key = 'k'.repeat(length)
      const { glue, forged } = extend(sign({ secretKey: key, nonce, url, body }), Buffer.byteLength(key + nonce + url + body), tail)
      const longer = Buffer.concat([Buffer.from(body), glue, tail])
      expect(verify({ secretKey: key, nonce, url, body: longer, signature: forged })).toBe(true)
      expect(strictObject(longer)).toBeUndefined()
    }
  })
})

describe('the strict reader', () => {
  it.each([
    ['a byte order mark', '\uFEFF{"a":1}'],
    ['text after the object', '{"a":1} x'],
    ['two objects', '{"a":1}{"a":2}'],
    ['a zero byte after the object', '{"a":1}\0'],
    ['an array', '[{"a":1}]'],
    ['a number', '10200'],
    ['null', 'null'],
    ['nothing', ''],
    ['a comment', '{"a":1 /* b */}'],
    ['HTML', '<html></html>'],
  ])('refuses %s', (_name, text) => {
    expect(strictObject(Buffer.from(text))).toBeUndefined()
  })

  it('refuses bytes that are not UTF-8', () => {
    for (const bytes of [[0x80], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]]) {
      expect(strictObject(Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]))).toBeUndefined()
    }
  })

  it('reads an object, with white space around it', () => {
    expect(strictObject(Buffer.from(' {"a":"þ"}\n'))).toEqual({ a: 'þ' })
  })
})
