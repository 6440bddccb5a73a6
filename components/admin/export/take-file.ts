export type Progress = { readonly done: number; /** Where the server knew it beforehand. */ readonly all?: number | undefined }
export type Taken = { readonly name: string; readonly file: Blob }

/** How many lines there will be, as lib/csv.ts says it. */
const linesHeader = 'x-lines'
const newLine = 10

/**
 * Reads a file to its end and tells how far it is, in lines without the head. Null for an answer that is no file: a
 * sign-in, say. A file that breaks off is none: it rejects.
 */
export async function takeFile(answer: Response, tell: (progress: Progress) => void): Promise<Taken | null> {
  const type = answer.headers.get('content-type') ?? ''
  if (!answer.ok || !answer.body || !type.startsWith('text/csv')) return null
  const known = answer.headers.get(linesHeader)
  const all = known === null ? undefined : Number(known)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let lines = -1
  const reader = answer.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value)
    for (const byte of next.value) if (byte === newLine) lines++
    // A cell may hold a line's end, and lines may be added meanwhile.
    tell({ done: Math.max(0, all === undefined ? lines : Math.min(lines, all)), all })
  }
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'export.csv'
  return { name, file: new Blob(parts, { type }) }
}

/** As a link that is clicked: the browser keeps it where it keeps what is downloaded. */
export function handOver({ name, file }: Taken): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
