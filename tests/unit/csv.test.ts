import { expect, test } from 'vitest'
import { withoutParticulars } from '@/lib/audit/without-particulars'
import { csvCell, csvLine, csvResponse } from '@/lib/csv'
import { addDays, readDay, startOfDay, writeDay } from '@/lib/days'
import { readKeyset, writeKey } from '@/lib/keyset'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '\uff1d1', '=HYPERLINK("https://evil.example","x")', '\n@x'])(
  'what a spreadsheet would run is only text: %j',
  (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  },
)

test.each([
  ['Sunna Björk', 'Sunna Björk'],
  ['a,b', '"a,b"'],
  ['say "hæ"', '"say ""hæ"""'],
  ['two\nlines', '"two\nlines"'],
  [-12_900, '-12900'],
  [0, '0'],
  [null, ''],
  [new Date('2026-11-21T04:05:06.007Z'), '2026-11-21T04:05:06.007Z'],
])('%j is written as %s', (value, text) => {
  expect(csvCell(value)).toBe(text)
})

test('a line ends as RFC 4180 wants it', () => expect(csvLine(['a', 1, null])).toBe('a,1,\r\n'))

test('a download is read batch by batch, and no further than it is taken', async () => {
  let read = 0
  let closed = false
  async function* batches() {
    try {
      for (;;) yield [[++read]]
    } finally {
      closed = true
    }
  }
  const answer = csvResponse('a b".csv', ['n'], batches())
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a_b_.csv"')
  const reader = answer.body?.getReader()
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode((await reader?.read())?.value)).toBe('\ufeffn\r\n')
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('1\r\n')
  await reader?.cancel()
  expect(closed).toBe(true)
  expect(read).toBeLessThan(5)
})

test.each([
  ['hringdi úr 555 1234, vill endurgreiðslu', 'hringdi úr …, vill endurgreiðslu'],
  ['+354 822 3281', '…'],
  ['kt. 010130-2989', 'kt. …'],
  ['0101302989', '…'],
  ['Sunna (sunna.bjork@example.is) bað um það', 'Sunna (…) bað um það'],
  ['4111 1111 1111 1111', '…'],
])('%j is kept in the audit as %j', (typed, kept) => expect(withoutParticulars(typed)).toBe(kept))

test.each(['order 100123 was packed twice', '12.900 kr. of 1.250.000 kr.', 'two of 2 on 21.11.2026', 'ref NG-0123456789ABCDEFGHJKMNPQRS-'])(
  '%j stays as it was typed',
  (text) => {
    expect(withoutParticulars(text)).toBe(text)
  },
)

test.each(['2026-02-30', '2026-13-01', '21.11.2026', '', undefined, ['2026-11-21'], '2026-11-21T00:00', '0000-01-01'])(
  '%j is no day',
  (text) => expect(readDay(text)).toBeUndefined(),
)

test('a day of Iceland is a day of UTC', () => {
  const day = readDay('2026-02-28')
  expect(day?.toISOString()).toBe('2026-02-28T00:00:00.000Z')
  expect(day && writeDay(addDays(day, 1))).toBe('2026-03-01')
  expect(startOfDay(new Date('2026-11-21T23:59:59.999Z')).toISOString()).toBe('2026-11-21T00:00:00.000Z')
})

test('where a page begins comes back from an address as it was written', () => {
  const key = { at: new Date('2026-11-21T04:05:06.007Z'), id: 'aB-_5678901234567890ab' }
  expect(readKeyset({ after: writeKey(key) }, /^[\w-]{22}$/)).toEqual({ direction: 'after', key })
  for (const text of ['x', '1', '1.', '.1', `1.${'x'.repeat(23)}`, ['1.2']])
    expect(readKeyset({ after: text, before: text }, /^[\w-]{22}$/)).toBeNull()
})
