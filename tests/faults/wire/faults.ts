// Twenty-four ways a wire can fail between two servers. `reaches`: whether the request got through, so that what it
// asked for has happened. `means`: what the caller may conclude, and nothing more.

export type Means = 'not_sent' | 'unknown' | 'done'
export type WireFault = { readonly reaches: boolean; readonly means: Means; readonly about: string }

export const wireFaults = {
  refused: { reaches: false, means: 'not_sent', about: 'nobody listens' },
  closed_at_once: { reaches: false, means: 'unknown', about: 'the connection is closed as soon as it is made' },
  reset_at_once: { reaches: false, means: 'unknown', about: 'the connection is reset as soon as it is made' },
  silent: { reaches: false, means: 'unknown', about: 'nothing is ever read or answered' },
  request_swallowed: { reaches: false, means: 'unknown', about: 'the request is read and not passed on' },
  request_reset: { reaches: false, means: 'unknown', about: 'the request is read, then the connection reset' },
  answer_lost: { reaches: true, means: 'unknown', about: 'it happens, then the connection is closed' },
  answer_reset: { reaches: true, means: 'unknown', about: 'it happens, then the connection is reset' },
  answer_never: { reaches: true, means: 'unknown', about: 'it happens, and no answer ever comes' },
  head_only: { reaches: true, means: 'unknown', about: 'the answer ends after its headers' },
  half_body: { reaches: true, means: 'unknown', about: 'the answer ends in the middle' },
  half_body_reset: { reaches: true, means: 'unknown', about: 'the connection is reset in the middle of the answer' },
  drip: { reaches: true, means: 'unknown', about: 'the answer comes byte by byte, past the deadline' },
  late_in_time: { reaches: true, means: 'done', about: 'the answer is late, and in time' },
  sliced: { reaches: true, means: 'done', about: 'the answer comes in many small pieces' },
  too_large: { reaches: true, means: 'unknown', about: 'the answer is larger than any answer may be' },
  not_http: { reaches: true, means: 'unknown', about: 'the answer is not HTTP' },
  empty_200: { reaches: true, means: 'unknown', about: '200 and nothing else' },
  status_500: { reaches: true, means: 'unknown', about: 'it happens, the answer is 500' },
  bad_gateway: { reaches: true, means: 'unknown', about: 'it happens, a proxy answers 502 in HTML' },
  throttled: { reaches: false, means: 'unknown', about: 'a proxy answers 429' },
  redirect: { reaches: false, means: 'unknown', about: 'a proxy answers 307 to another address' },
  trailing_bytes: { reaches: true, means: 'unknown', about: 'bytes follow the answer' },
  not_utf8: { reaches: true, means: 'unknown', about: 'the answer is not UTF-8' },
} as const satisfies Record<string, WireFault>

export type WireFaultName = keyof typeof wireFaults
export const wireFaultNames = Object.keys(wireFaults) as WireFaultName[]
