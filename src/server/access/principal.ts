/** Who is asking. */
import type { Env } from 'hono'
import type { PasswordSet, Role } from '../../contract/access.ts'

/**
 * When its person last showed who they are, and who has set the password that they have to change first. Absent where no
 * browser asks, as for what a person is sent.
 */
type InSession = { provedAt?: string | null; passwordSet?: PasswordSet | null }

/**
 * A person or program, and what they may do. `by`: how that is known. By a session, which a browser shows of its own accord; by a
 * token, which is a program; because nobody else can be here; because this machine asks; or not at all. Of the last two
 * `name` is null.
 */
export type Principal =
  | ({ name: string; role: Role; by: 'session' } & InSession)
  | { name: string; role: Role; by: 'token' | 'single-user' }
  | { name: null; role: Role; by: 'nothing' | 'this-machine' }

/**
 * What every request carries to its route: who asks (null: may do nothing), from which address, and its id in the log.
 * `styles`: what the policy of its answer has to allow of styles beside our own files. `isMissing`: whether it asks for a
 * page of something that is not on file.
 */
export type AppEnv = Env & {
  Variables: { principal: Principal | null; address: string; requestId: string; styles?: string; isMissing?: boolean }
}

/** The name of who is asking, on a route that is open to those only who have one. */
export function nameOf(principal: Principal | null): string {
  if (principal === null || principal.name === null)
    throw new Error('a route that needs a signed-in person was opened to anyone')
  return principal.name
}
