import { useState, type ReactNode } from 'react'
import { ApiError } from '../../client/api.ts'
import { roles, type Role, type SignIn } from '../../contract/access.ts'
import { type Person, type PersonSettings } from '../../contract/people.ts'
import { useAccessMessages } from '../../i18n/access-messages.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { formText } from '../../ui/form-text.ts'

type Props = {
  people: readonly Person[]
  signIn: SignIn
  onSet: (name: string, settings: PersonSettings) => Promise<unknown>
  onRemove: (name: string) => Promise<unknown>
}

/** Everybody who may come in, and what they may do. */
export function PeoplePanel({ people, signIn, onSet, onRemove }: Props) {
  const m = useAccessMessages()
  const { language } = useMessages()
  const [open, setOpen] = useState<{ name: string; of: 'password' | 'removal' } | 'new' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const attempt = (act: () => Promise<unknown>) => {
    setError(null)
    void act().then(() => setOpen(null), setError)
  }
  return (
    <Panel id="people" title={m.people.title} note={m.people.note}>
      {signIn === 'single-user' && <p className="muted">{m.people.alone}</p>}
      {signIn === 'openid' && <p className="muted">{m.people.elsewhere}</p>}
      {people.length === 0 ? (
        <p className="muted">{m.people.none}</p>
      ) : (
        <DataTable label={m.people.title} head={[m.name, m.role, m.people.lastSignIn, '']}>
          <tbody>
            {people.map(({ name, role, hasPassword, lastSignInAt }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <RoleSelect
                    value={role}
                    isDisabled={!hasPassword}
                    label={`${m.role}: ${name}`}
                    onChange={(next) => attempt(() => onSet(name, { role: next }))}
                  />
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
          onSave={(name, settings) => attempt(() => onSet(name, settings))}
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

/** What could not be done, and why. */
export function Refusal({ error }: { error: unknown }): ReactNode {
  const m = useAccessMessages()
  const { t } = useMessages()
  if (error === null) return null
  const { code, details } = error instanceof ApiError ? error : { code: 'unexpected' as const, details: [] }
  const known = Object.entries(m.people.refused).filter(([name]) => details.some(({ field }) => field === name))
  return (
    <p role="alert" className="hot refusal">
      {m.people.failed} {known.length === 0 ? t.problem[code] : known.map(([, text]) => text).join(' ')}
    </p>
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

type RoleProps = { value: Role; label: string; isDisabled?: boolean; onChange: (role: Role) => void }

export function RoleSelect({ value, label, isDisabled = false, onChange }: RoleProps) {
  const m = useAccessMessages()
  return (
    <select
      className="field-input"
      aria-label={label}
      value={value}
      disabled={isDisabled}
      onChange={({ target }) => onChange(roles.find((role) => role === target.value) ?? value)}
    >
      {roles.map((role) => (
        <option key={role} value={role} title={m.roleHints[role]}>
          {m.roles[role]}
        </option>
      ))}
    </select>
  )
}

type FormProps = {
  /** Whose password is set; null for somebody new. */
  person: Person | null
  /** Whether somebody has to let the others in. */
  isFirst?: boolean
  onSave: (name: string, settings: PersonSettings) => void
  onCancel: () => void
}

function PersonForm({ person, isFirst = false, onSave, onCancel }: FormProps) {
  const m = useAccessMessages()
  const [role, setRole] = useState<Role>(person?.role ?? (isFirst ? 'admin' : 'analyst'))
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        onSave(person?.name ?? formText(given, 'name').trim(), { role, password: formText(given, 'password') })
      }}
    >
      {person === null ? (
        <>
          <label className="field">
            {m.name}
            <input className="field-input" name="name" required maxLength={80} autoComplete="off" />
          </label>
          <label className="field">
            {m.role}
            <RoleSelect value={role} label={m.role} onChange={setRole} />
          </label>
        </>
      ) : (
        <b>{person.name}</b>
      )}
      <label className="field">
        {person === null ? m.password : m.people.newPassword}
        <input
          className="field-input"
          name="password"
          type="password"
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
          placeholder={m.people.passwordHint}
        />
      </label>
      <button type="submit" className="button primary">
        {m.people.save}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {m.people.cancel}
      </button>
    </form>
  )
}
