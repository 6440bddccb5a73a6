// What a person reads while the scripts work.
const colour = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code) => (text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
export const bold = paint(1)
export const dim = paint(2)
export const red = paint(31)
export const green = paint(32)

export const say = (text = '') => void process.stdout.write(`${text}\n`)

/** Stops the script with a sentence for a person and the way out; any other error is a fault of ours. */
export class Halt extends Error {
  constructor(what, wayOut) {
    super(what)
    this.wayOut = wayOut
  }
}

function seconds(since) {
  const passed = (performance.now() - since) / 1000
  return `${passed.toFixed(passed < 10 ? 1 : 0)} s`
}

/** Runs one step and tells of it: not when it is over at once, and again every 15 seconds while it lasts. */
export async function step(title, howLong, work) {
  const started = performance.now()
  let told = false
  const tell = setTimeout(() => {
    told = true
    say(`  ${title} ${dim(`(${howLong})`)}`)
  }, 400)
  const remind = setInterval(() => say(dim(`    still at it, ${seconds(started)}`)), 15_000)
  try {
    const result = await work()
    if (told) say(dim(`    done in ${seconds(started)}`))
    return result
  } finally {
    clearTimeout(tell)
    clearInterval(remind)
  }
}

/** The last lines of a long output: where the reason of a failure stands. */
export const tail = (text, lines = 25) =>
  text
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n')
