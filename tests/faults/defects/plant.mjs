// A copy of the shop's code with one defect in it, in a folder from which node_modules is found as from the real one.
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../../scripts/lib/root.mjs'

const copied = ['tests/faults', 'app/api/callbacks/answer.ts', 'tsconfig.json', 'package.json']
const skipped = ['lib/generated', 'lib/drawing']

/** Answers the folder of the copy; throws when the text to change is not found exactly once. */
export function plant(folder, { file, changes }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'lib'), { recursive: true })
  cpSync(path.join(root, 'lib'), path.join(folder, 'lib'), { recursive: true, filter: (from) => !skipped.includes(path.relative(root, from)) })
  for (const entry of copied) cpSync(path.join(root, entry), path.join(folder, entry), { recursive: true })
  symlinkSync(path.join(root, 'lib/generated'), path.join(folder, 'lib/generated'))
  const target = path.join(folder, file)
  let text = readFileSync(target, 'utf8')
  for (const [from, to] of changes) {
    const found = text.split(from).length - 1
    if (found !== 1) throw new Error(`${file} holds ${JSON.stringify(from)} ${found} times: the defect must be written anew`)
    text = text.replace(from, () => to)
  }
  writeFileSync(target, text)
  return folder
}
