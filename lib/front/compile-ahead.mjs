// After a build: what every page runs as it starts is compiled as it arrives, beside the page, and not in its way.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Chromium's explicit compile hint, a comment to everybody else. Without it V8 only skims a function until it is first
 * called, and then reads it again and compiles it on the thread that draws the page.
 */
const hint = '//# allFunctionsCalledOnLoad\n'

/** Next's runAfterProductionCompile: puts the hint before React, Next and the module loader, which no page goes without. */
export async function compileAhead({ distDir }) {
  const { rootMainFiles } = JSON.parse(await readFile(path.join(distDir, 'build-manifest.json'), 'utf8'))
  for (const file of rootMainFiles) {
    const whole = path.join(distDir, file)
    const script = await readFile(whole, 'utf8')
    // A file that a build leaves as it was has it already.
    if (!script.startsWith(hint)) await writeFile(whole, hint + script)
  }
}
