import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../client/api.ts'
import { type SignIn } from '../../contract/access.ts'
import { PersonName } from '../../contract/person-name.ts'
import type { Person, PersonSettings } from '../../contract/people.ts'
import { nameKey } from '../../domain/person-name.ts'
import { useAccessMessages } from '../../i18n/access-messages.ts'
import { useAccountMessages } from '../../i18n/account-messages.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { PersonForm } from './PersonForm.tsx'
import { Refusal } from './Refusal.tsx'
import { RoleSelect } from './RoleSelect.tsx'

type Props = {
  people: readonly Person[]
  signIn: SignIn
  onSet: (name: string, settings: PersonSettings) => Promise<unknown>
  onRemove: (name: string) => Promise<unknown>
}

/** Everybody who may come in, and what they may do. */
export function PeoplePanel({ people, signIn, onSet, onRemove }: Props) {
  const m = useAccessMessages()
  const { role: roleLabel } = useAccountMessages()
  const { language } = useMessages()
  const [open, setOpen] = useState<{ name: string; of: 'password' | 'removal' } | 'new' | null>(null)
  const { mutate, isPending, error } = useMutation({ mutationFn: async (act: () => Promise<unknown>) => act() })
  const attempt = (act: () => Promise<unknown>) => {
    if (!isPending) mutate(act, { onSuccess: () => setOpen(null) })
  }
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
        <DataTable label={m.people.title} head={[m.name, roleLabel, m.people.lastSignIn, '']}>
          <tbody>
            {people.map(({ name, role, hasPassword, lastSignInAt }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  {role === null ? (
                    m.noRole
                  ) : (
                    <RoleSelect
                      value={role}
                      isDisabled={!hasPassword}
                      label={`${roleLabel}: ${name}`}
                      onChange={(next) => attempt(() => onSet(name, { role: next }))}
                    />
                  )}
                </td>
                <td>{lastSignInAt === null ? m.people.never : formatMoment(lastSignInAt, language)}</td>
                <td className="actions">
                  {open !== 'new' && open?.name === name && open.of === 'removal' ? (
                    <Sure
                      text={m.people.removeSure(name)}
                      onYes={() => attempt(() => onRemove(name))}
                      onNo={() => setOpen(null)}
                    />
                  ) : (
                    <>
                      {hasPassword && (
                        <button type="button" className="link" onClick={() => setOpen({ name, of: 'password' })}>
                          {m.people.setPassword}
                        </button>
                      )}
                      <button type="button" className="link" onClick={() => setOpen({ name, of: 'removal' })}>
                        {m.people.remove}
                      </button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <Refusal error={error} />
      {open !== null && open !== 'new' && open.of === 'password' && (
        <PersonForm
          key={open.name}
          person={people.find(({ name }) => name === open.name) ?? null}
          onSave={(name, settings) => attempt(() => onSet(name, settings))}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === 'new' && (
        <PersonForm
          person={null}
          isFirst={people.length === 0}
          onSave={(name, settings) => attempt(() => add(name, settings))}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === null && signIn !== 'openid' && (
        <button type="button" className="button" onClick={() => setOpen('new')}>
          {m.people.add}
        </button>
      )}
    </Panel>
  )
}

function Sure({ text, onYes, onNo }: { text: string; onYes: () => void; onNo: () => void }) {
  const m = useAccessMessages()
  return (
    <>
      {text}{' '}
      <button type="button" className="link" onClick={onYes}>
        {m.people.remove}
      </button>
      <button type="button" className="link" onClick={onNo}>
        {m.people.cancel}
      </button>
    </>
  )
}
