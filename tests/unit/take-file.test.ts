import { expect, test } from 'vitest'
import { takeFile, type Progress } from '@/components/admin/export/take-file'
import { csvResponse, type Cell } from '@/lib/csv'

async function* batches(...all: Cell[][][]): AsyncGenerator<Cell[][], void> {
  yield* all
}
async function taken(answer: Response) {
  const told: Progress[] = []
  const got = await takeFile(answer, (progress) => told.push(progress))
  return { got, told, text: await got?.file.text() }
}

test('a file is taken whole under its name, and how far it is rises to the end', async () => {
  const { got, told, text } = await taken(
    csvResponse(
      'orders.csv',
      ['number', 'name'],
      batches(
        [[1, 'Æsa']],
        [
          [2, 'Þór'],
          [3, 'Örn'],
        ],
      ),
      3,
    ),
  )
  expect(got?.name).toBe('orders.csv')
  expect(text).toBe('number,name\r\n1,Æsa\r\n2,Þór\r\n3,Örn\r\n')
  expect(told.at(0)).toEqual({ done: 0, all: 3 })
  expect(told.at(-1)).toEqual({ done: 3, all: 3 })
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b))
})

test('lines within a cell never make it more than there is', async () => {
  const { told } = await taken(csvResponse('a.csv', ['note'], batches([['one\ntwo\nthree']]), 1))
  expect(told.at(-1)).toEqual({ done: 1, all: 1 })
})

test('a file nobody counted beforehand is counted as it comes', async () => {
  const { told } = await taken(csvResponse('a.csv', ['n'], batches([[1]], [[2]])))
  expect(told.at(-1)).toEqual({ done: 2, all: undefined })
})

test('a file that breaks off is none', async () => {
  async function* broken(): AsyncGenerator<Cell[][], void> {
    yield [[1]]
    throw new Error('the database went away')
  }
  await expect(takeFile(csvResponse('a.csv', ['n'], broken(), 2), () => {})).rejects.toThrow()
})

test.each([
  ['a page', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['a refusal', new Response('no', { status: 403, headers: { 'content-type': 'text/csv' } })],
])('%s is no file', async (_, answer) => {
  expect((await taken(answer)).got).toBeNull()
})
