import path from 'node:path'

/** The folder of the project; every script works from here, wherever it was called. */
export const root = path.resolve(import.meta.dirname, '../..')
process.chdir(root)
