/** An application behind a door, and everybody who comes to it. */
import type { Role } from '../../src/contract/access.ts'
import type { Admission } from '../../src/server/access/admission.ts'
import { hashPassword } from '../../src/server/access/passwords.ts'
import { freshSecret, hashOf, tokenPrefix } from '../../src/server/access/secrets.ts'
import { buildApp } from '../../src/server/app.ts'
import type { Store } from '../../src/server/store/store.ts'
import { contentStore } from './content-store.ts'

export const password = 'correct horse battery staple'

/** One hash for all: making one is slow on purpose. */
const hash = hashPassword(password)

/** An account of each role, named after it. */
export async function addAccounts({ access }: Store, roles: readonly Role[]): Promise<void> {
  for (const role of roles) await access.set(role, { role, password: await hash }, 'test')
}

/** The cookie of a fresh session of a person. */
export async function sessionOf({ access }: Store, name: string, expiresAt = '2100-01-01T00:00:00.000Z') {
  const person = await access.find(name)
  if (person === null) throw new Error(`there is no ${name}`)
  const secret = freshSecret()
  await access.startSession(person, hashOf(secret), expiresAt)
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
  const { id } = await access.addToken({ title, role, days: 7 }, hashOf(secret), expiresAt, 'test')
  return { id, headers: { authorization: `Bearer ${secret}` } }
}

/** An application where people sign in with accounts. */
export async function behindDoor(admission: Admission = { signIn: 'accounts', anonymous: null }) {
  const store = await contentStore()
  const app = buildApp({ store, admission })
  return { store, app }
}
