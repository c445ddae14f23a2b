import { useState } from 'react'
import { ApiError } from '../lib/api.ts'
import { type SignIn } from '../../contract/access.ts'
import { PersonName } from '../../contract/person-name.ts'
import type { Person, PersonSettings } from '../../contract/people.ts'
import { nameKey } from '../../domain/access/person-name.ts'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { formatMoment } from '../i18n/format.ts'
import { useMessages } from '../i18n/messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { useRefusal } from './refusal.ts'

type Props = {
  people: readonly Person[]
  signIn: SignIn
  /** Whoever is using the page. */
  me: string | null
  onSet: (name: string, settings: PersonSettings) => Promise<unknown>
  onRemove: (name: string) => Promise<unknown>
}

/** What is being done, and to whom. */
type Doing = { what: 'role' | 'password' | 'removal'; person: Person } | { what: 'addition' }

/** Everybody who may come in, and what they may do. */
export function PeoplePanel({ people, signIn, me, onSet, onRemove }: Props) {
  const m = useAccessMessages()
  const { role: roleLabel, roles } = useAccountMessages()
  const { language } = useMessages()
  const refusal = useRefusal()
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = () => setDoing(null)
  /** Refuses what would change somebody who is there, or could not even be asked for. */
  async function add(name: string, settings: PersonSettings) {
    const isTaken = people.some((person) => nameKey(person.name) === nameKey(name))
    if (isTaken || !PersonName.safeParse(name).success)
      throw new ApiError('invalid', name, { details: [{ field: 'name', message: name }] })
    return onSet(name, settings)
  }
  return (
    <Panel id="people" title={m.people.title}>
      {signIn === 'single-user' && <p className="muted">{m.people.alone}</p>}
      {signIn === 'openid' && <p className="muted">{m.people.elsewhere}</p>}
      {people.length === 0 ? (
        <p className="muted">{m.people.none}</p>
      ) : (
        <DataTable label={m.people.title} head={[m.name, roleLabel, m.people.lastSignIn, '']} isStacked>
          <tbody>
            {people.map((person) => {
              const { name, role, hasPassword, lastSignInAt } = person
              const act = (what: 'role' | 'password' | 'removal', words: string) => (
                <button
                  type="button"
                  className="link"
                  aria-label={`${words}: ${name}`}
                  onClick={() => setDoing({ what, person })}
                >
                  {words}
                </button>
              )
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td data-head={roleLabel}>{role === null ? m.noRole : roles[role]}</td>
                  <td data-head={m.people.lastSignIn}>
                    {lastSignInAt === null ? m.people.never : formatMoment(lastSignInAt, language)}
                  </td>
                  <td className="actions">
                    {hasPassword && act('role', m.people.setRole)}
                    {hasPassword && act('password', m.people.setPassword)}
                    {act('removal', m.people.remove)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </DataTable>
      )}
      {signIn !== 'openid' && (
        <button type="button" className="button" onClick={() => setDoing({ what: 'addition' })}>
          {m.people.add}
        </button>
      )}
      {doing?.what === 'addition' && (
        <PersonDialog
          person={null}
          // Somebody has to let the others in.
          role={people.length === 0 ? 'admin' : 'analyst'}
          asks={['role', 'password']}
          title={m.people.add}
          onSave={add}
          onClose={stop}
        />
      )}
      {(doing?.what === 'role' || doing?.what === 'password') && (
        <PersonDialog
          person={doing.person}
          role={doing.person.role ?? 'viewer'}
          asks={[doing.what]}
          title={doing.what === 'role' ? m.people.roleOf(doing.person.name) : m.people.passwordOf(doing.person.name)}
          hint={doing.person.name === me ? m.own.note : m.people.endsSessions(doing.person.name)}
          onSave={onSet}
          onClose={stop}
        />
      )}
      {doing?.what === 'removal' && (
        <QuestionDialog
          title={m.people.removeSure(doing.person.name)}
          yes={m.people.remove}
          onYes={() => onRemove(doing.person.name)}
          onClose={stop}
          refusal={refusal}
        >
          <p>{m.people.removeHint}</p>
        </QuestionDialog>
      )}
    </Panel>
  )
}
