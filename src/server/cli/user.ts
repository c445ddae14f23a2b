/** `npm run user`: the accounts that are kept here. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { Role } from '../../contract/access.ts'
import { roles } from '../../contract/vocabulary.ts'
import { PersonName } from '../../contract/person-name.ts'
import { Password } from '../../contract/people.ts'
import { readConfig } from '../config.ts'
import { commandLine } from '../product.ts'
import { configuredStore } from '../store/configured.ts'
import type { Store } from '../store/store.ts'
import { isGuessable } from '../access/password-strength.ts'
import { passwordsOf } from '../access/passwords.ts'
import { systemUser } from '../access/system-user.ts'
import { exitAfter } from './command.ts'

const usage = `${commandLine('user', 'COMMAND')}
  add NAME --role ${roles.join('|')}    adds an account, or changes one; asks for its password
                                                 which they change when they sign in, but for the first account
  remove NAME                                    removes it; its sessions end
  release NAME                                   lets a removed person come back under their name
  list                                           says who has one
The password is asked for, or read from the first line of standard input.`

/** Asks without showing what is typed; from a pipe, takes the first line. */
async function askPassword(): Promise<string> {
  const isTerminal = process.stdin.isTTY
  if (isTerminal) process.stderr.write('Password (at least 12 characters): ')
  const silent = new Writable({ write: (_bytes, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (isTerminal) process.stderr.write('\n')
  }
}

/** @throws Error that names what was expected */
function checked<T>(
  schema: { safeParse: (value: unknown) => { data?: T; error?: { issues: { message: string }[] } } },
  value: unknown,
  what: string,
): T {
  const { data, error } = schema.safeParse(value)
  if (data === undefined) throw new Error(`${what}: ${error?.issues.map(({ message }) => message).join('; ') ?? ''}`)
  return data
}

async function add({ access }: Store, given: string | undefined, role: string | undefined, who: string) {
  const name = checked(PersonName, given, 'NAME')
  const chosen = checked(Role, role, '--role')
  const password = checked(Password, await askPassword(), 'the password')
  if (await isGuessable(password, name)) throw new Error('the password: this one would be guessed')
  // The first account is that of its maker.
  const isForOther = (await access.accounts()) > 0
  const hash = await passwordsOf().hash(password)
  const outcome = await access.set(name, { role: chosen, password: hash, isForOther }, who)
  if (outcome === 'taken')
    throw new Error(
      `NAME: a removed person was called ${name}, and what they did is on record under it; if it is the same person who comes back, ${commandLine('user', `release '${name}'`)} first`,
    )
  console.log(`${name} may sign in as ${chosen}${isForOther ? ', and has to choose another password then' : ''}`)
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  const [command = '', name] = positionals
  if (values.help || !['add', 'remove', 'release', 'list'].includes(command)) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  const store = await configuredStore(readConfig(process.env))
  const who = `${systemUser()} (command line)`
  try {
    if (command === 'add') await add(store, name, values.role, who)
    else if (command === 'remove') {
      if ((await store.access.remove(name ?? '', who)) === 'missing') throw new Error(`there is nobody called ${name}`)
      console.log(`${name} is removed`)
    } else if (command === 'release') {
      if (!(await store.access.releaseName(name ?? '', who))) throw new Error(`nobody has gone who was called ${name}`)
      console.log(`${name} may be given again`)
    } else for (const person of await store.access.people()) console.log(`${person.name}\t${person.role}`)
    return 0
  } finally {
    await store.close()
  }
}

await exitAfter(main)
