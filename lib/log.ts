import pino from 'pino'
import { logLevel } from '@/lib/env'

/**
 * JSON lines on stdout. What is logged is chosen by the caller, member by member; the redaction below is
 * the net under that, not the rule.
 */
export const log = pino({
  level: logLevel,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['*.phone', '*.email', '*.token', '*.secret', '*.signature', '*.authorization', '*.cookie', 'phone', 'email', 'token'],
    censor: '…',
  },
  serializers: {
    // An error's cause can carry a request with its headers; the name, message and stack are enough.
    err: (err: unknown) => (err instanceof Error ? { name: err.name, message: err.message, stack: err.stack } : { message: String(err) }),
  },
})
