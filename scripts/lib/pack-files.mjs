import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const packable = /\.(?:js|css|svg|json|txt)$/

/** Lays beside each file of the folder that packs well its brotli and gzip copy, as small as they get. */
export async function packFiles(folder) {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!packable.test(file)) continue
    const whole = path.join(folder, file)
    const content = await readFile(whole)
    const brotli = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }
    const [br, gz] = await Promise.all([promisify(brotliCompress)(content, brotli), promisify(gzip)(content, { level: 9 })])
    await Promise.all([writeFile(`${whole}.br`, br), writeFile(`${whole}.gz`, gz)])
  }
}
