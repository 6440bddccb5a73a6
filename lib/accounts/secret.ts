import { createHash } from 'node:crypto'

/** How a secret of 128 random bits is kept: enough of a hash for what cannot be guessed. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
