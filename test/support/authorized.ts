/** An application where people sign in, and everybody who asks it. */
import type { Role } from '../../src/contract/access.ts'
import type { Admission } from '../../src/server/access/admission.ts'
import { passwordsOf } from '../../src/server/access/passwords.ts'
import { freshSecret, hashOf, tokenPrefix } from '../../src/server/access/secrets.ts'
import { buildApp } from '../../src/server/app.ts'
import type { Store } from '../../src/server/store/store.ts'
import { contentStore } from './content-store.ts'

export const password = 'correct horse battery staple'

/** What passwords are kept with in tests: trying one is slow on purpose elsewhere. */
export const passwords = passwordsOf({ N: 16, r: 8, p: 1 })

/** An account of each role, named after it. */
export async function addAccounts({ access }: Store, roles: readonly Role[]): Promise<void> {
  for (const role of roles) await access.set(role, { role, password: await passwords.hash(password) }, 'test')
}

/** The cookie of a fresh session of a person. */
export async function sessionOf({ access }: Store, name: string, expiresAt = '2100-01-01T00:00:00.000Z') {
  const person = await access.find(name)
  if (person === null) throw new Error(`there is no ${name}`)
  const secret = freshSecret()
  await access.startSession(person, {
    hash: hashOf(secret),
    expiresAt,
    way: 'accounts',
    address: null,
    provedAt: new Date().toISOString(),
  })
  return { cookie: `hotfix-report=${secret}`, origin: 'http://localhost', host: 'localhost' }
}

/** The header of a fresh token. */
export async function tokenOf(
  { access }: Store,
  role: Role,
  expiresAt = '2100-01-01T00:00:00.000Z',
  title = `for the role ${role}`,
) {
  const secret = `${tokenPrefix}${freshSecret()}`
  const made = await access.addToken({ title, role, days: 7 }, hashOf(secret), expiresAt, 'test')
  if (made === null) throw new Error('there is no token')
  return { id: made.id, headers: { authorization: `Bearer ${secret}` } }
}

/** An application where people sign in with accounts. */
export async function behindDoor(admission: Admission = { signIn: 'accounts', anonymous: null }) {
  const store = await contentStore()
  const app = buildApp({ store, admission, passwords })
  return { store, app }
}
