/** A PostgreSQL of the tests' own, on this machine, thrown away afterwards. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const packaged = '/usr/lib/postgresql'

/** The folder of `initdb` and `postgres`; null where PostgreSQL is not installed. */
function findPostgres(): string | null {
  const versions = existsSync(packaged) ? readdirSync(packaged).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(packaged, version, 'bin')),
    '/opt/homebrew/opt/postgresql/bin',
  ]
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb'))) ?? null
}

/** PostgreSQL does not run as root: there the user that its package has made stands in. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const numberOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: numberOf('-u'), gid: numberOf('-g') }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function whenReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (attempt === 100) throw error
      await wait(100)
    }
  }
}

export type Postgres = {
  url: string
  stop: () => Promise<void>
  /** Kills it without a word: whatever it had not written is gone. */
  kill: () => Promise<void>
  /** Starts it again after that, at the same address. */
  startAgain: () => Promise<void>
}

/** Starts one; null where PostgreSQL is not installed. */
export async function startPostgres(): Promise<Postgres | null> {
  const programs = findPostgres()
  if (programs === null) return null
  const user = unprivileged()
  const directory = mkdtempSync(join(tmpdir(), 'hotfix-postgres-'))
  if (user !== null) chownSync(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'hotfix', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: directory,
    stdio: 'ignore',
  })
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${directory}`,
    'max_connections=200',
    // Only processes are killed here, never the machine: what one has written is in the page cache, and that is kept.
    'fsync=off',
    'full_page_writes=off',
    'max_wal_size=128MB',
    // Each database is used for a second: nothing is gained by tidying it up, or by compiling its queries.
    'autovacuum=off',
    'jit=off',
  ]
  const options = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const begin = () => spawn(join(programs, 'postgres'), options, { ...user, cwd: directory, stdio: 'ignore' })
  const url = `postgresql://hotfix@127.0.0.1:${port}/postgres`
  let server = begin()
  await whenReady(url)
  return {
    url,
    async stop() {
      const ended = once(server, 'exit')
      // At once, since nothing of it is kept. False where it is not there any more.
      if (server.kill('SIGQUIT')) await ended
      rmSync(directory, { recursive: true })
    },
    async kill() {
      const ended = once(server, 'exit')
      server.kill('SIGKILL')
      await ended
    },
    async startAgain() {
      // It refuses until all that it had started has noticed that it is gone.
      for (let attempt = 0; ; attempt++) {
        server = begin()
        const refused = once(server, 'exit').then(() => true)
        if (!(await Promise.race([refused, whenReady(url).then(() => false)]))) return
        if (attempt === 100) throw new Error('PostgreSQL does not start again')
        await wait(100)
      }
    },
  }
}

let databases = 0

/** The address of an empty database, for one test, or of a copy of another one, to which nobody may be connected. */
export async function freshDatabase(url: string, copied = 'template1'): Promise<string> {
  const name = `test_${process.pid}_${databases++}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name} template ${copied} strategy file_copy`)
  await client.end()
  return Object.assign(new URL(url), { pathname: name }).href
}
