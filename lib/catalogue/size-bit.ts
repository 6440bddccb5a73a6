import { createHash } from 'node:crypto'

/** A size as one of 63 bits: what size_bit() in the database says. Two sizes may share a bit. */
export const sizeBit = (size: string): bigint => 1n << BigInt(parseInt(createHash('md5').update(size).digest('hex').slice(0, 7), 16) % 63)

/** The bits of several sizes together. */
export const sizeBits = (sizes: readonly string[]): bigint => sizes.reduce((bits, size) => bits | sizeBit(size), 0n)
