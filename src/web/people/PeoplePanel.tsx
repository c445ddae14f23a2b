import { useState } from 'react'
import { ApiError } from '../lib/api.ts'
import { type SignIn } from '../../contract/access.ts'
import { PersonName } from '../../contract/person-name.ts'
import type { Person, PersonSettings } from '../../contract/people.ts'
import { nameKey } from '../../domain/access/person-name.ts'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { useRefusal } from './refusal.ts'

type Props = {
  people: readonly Person[]
  signIn: SignIn
  /** The person who is signed in. */
  me: string | null
  onSet: (name: string, settings: PersonSettings) => Promise<unknown>
  onRemove: (name: string) => Promise<unknown>
}

/** What is being done, and to whom. */
type Doing = { what: 'role' | 'password' | 'removal'; person: Person } | { what: 'addition' }

/** Everybody who may come in, and what they may do. */
export function PeoplePanel({ people, signIn, me, onSet, onRemove }: Props) {
  const t = useAccessMessages()
  const { role: roleLabel, roles } = useAccountMessages()
  const language = useLanguage()
  const refusal = useRefusal()
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = () => setDoing(null)
  /** Refuses what would change an existing person, or could not be sent. */
  async function add(name: string, settings: PersonSettings) {
    const isTaken = people.some((person) => nameKey(person.name) === nameKey(name))
    if (isTaken || !PersonName.safeParse(name).success)
      throw new ApiError('invalid', name, { details: [{ field: 'name', message: name }] })
    return onSet(name, settings)
  }
  return (
    <Panel id="people" title={t.people.title}>
      {signIn === 'single-user' && <p className="muted">{t.people.alone}</p>}
      {signIn === 'openid' && <p className="muted">{t.people.elsewhere}</p>}
      {people.length === 0 ? (
        <p className="muted">{t.people.none}</p>
      ) : (
        <DataTable label={t.people.title} head={[t.name, roleLabel, t.people.lastSignIn, '']} isStacked>
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
                  <td data-head={roleLabel}>{role === null ? t.noRole : roles[role]}</td>
                  <td data-head={t.people.lastSignIn}>
                    {lastSignInAt === null ? t.people.never : formatMoment(lastSignInAt, language)}
                  </td>
                  <td className="actions">
                    {hasPassword && act('role', t.people.setRole)}
                    {hasPassword && act('password', t.people.setPassword)}
                    {act('removal', t.people.remove)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </DataTable>
      )}
      {signIn !== 'openid' && (
        <button type="button" className="button" onClick={() => setDoing({ what: 'addition' })}>
          {t.people.add}
        </button>
      )}
      {doing?.what === 'addition' && (
        <PersonDialog
          person={null}
          // One admin must remain.
          role={people.length === 0 ? 'admin' : 'analyst'}
          asks={['role', 'password']}
          title={t.people.add}
          onSave={add}
          onClose={stop}
        />
      )}
      {(doing?.what === 'role' || doing?.what === 'password') && (
        <PersonDialog
          person={doing.person}
          role={doing.person.role ?? 'viewer'}
          asks={[doing.what]}
          title={doing.what === 'role' ? t.people.roleOf(doing.person.name) : t.people.passwordOf(doing.person.name)}
          hint={doing.person.name === me ? t.own.note : t.people.endsSessions(doing.person.name)}
          onSave={onSet}
          onClose={stop}
        />
      )}
      {doing?.what === 'removal' && (
        <QuestionDialog
          title={t.people.removeSure(doing.person.name)}
          yes={t.people.remove}
          onYes={() => onRemove(doing.person.name)}
          onClose={stop}
          refusal={refusal}
        >
          <p>{t.people.removeHint}</p>
        </QuestionDialog>
      )}
    </Panel>
  )
}
