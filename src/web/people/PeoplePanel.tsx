import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { people as endpoints } from '../../contract/endpoints/people.ts'
import type { Person } from '../../contract/people.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { call } from '../lib/call.ts'
import { meQuery } from '../lib/me.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { useAccessMessages } from './messages.ts'
import { PersonDialog } from './PersonDialog.tsx'
import { peopleQueries, useReloadPeople } from './queries.ts'
import { useRefusal } from './refusal.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './PeoplePanel.module.css'

/** What is being done, and to whom. */
type Doing = { what: 'role' | 'password' | 'removal'; person: Person } | { what: 'addition' }

/** All people who may sign in, and their roles. */
export function PeoplePanel() {
  const { data: people } = useSuspenseQuery(peopleQueries.list())
  const { signIn, name: me } = useSuspenseQuery(meQuery()).data
  const reload = useReloadPeople()
  const t = useAccessMessages()
  const { role: roleLabel, roles } = useAccountMessages()
  const language = useLanguage()
  const refusal = useRefusal()
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = () => setDoing(null)
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
                  <td className={table['row-actions']}>
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
        <button type="button" className={clsx('button', styles['add'])} onClick={() => setDoing({ what: 'addition' })}>
          {t.people.add}
        </button>
      )}
      {doing?.what === 'addition' && (
        <PersonDialog
          person={null}
          // The first person has to be able to add the others.
          role={people.length === 0 ? 'admin' : 'analyst'}
          asks={['role', 'password']}
          title={t.people.add}
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
          onClose={stop}
        />
      )}
      {doing?.what === 'removal' && (
        <QuestionDialog
          title={t.people.removeSure(doing.person.name)}
          yes={t.people.remove}
          onYes={() => call(endpoints.removePerson, { params: { name: doing.person.name } }).then(reload)}
          onClose={stop}
          refusal={refusal}
        >
          <p>{t.people.removeHint}</p>
        </QuestionDialog>
      )}
    </Panel>
  )
}
