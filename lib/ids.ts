import { randomBytes } from 'node:crypto'

/** 128 random bits, 22 characters of base64url: unguessable, so that knowing one is the permission to use it. */
export const newId = (): string => randomBytes(16).toString('base64url')

export const idPattern = /^[A-Za-z0-9_-]{22}$/

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Our name for a payment at a provider: "NG-", 26 characters of Crockford base32 (130 random bits), "-".
 * Of fixed length and ending in no digit, so that joining it to its neighbour in an undelimited signature
 * can't be read as another reference.
 */
export function newReference(): string {
  const bytes = randomBytes(26)
  return `NG-${Array.from(bytes, (byte) => crockford[byte & 31]).join('')}-`
}
