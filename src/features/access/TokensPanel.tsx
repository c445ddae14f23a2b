import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { type Role } from '../../contract/access.ts'
import { tokenDays, type ApiToken, type NewToken, type TokenSettings } from '../../contract/people.ts'
import { useAccessMessages } from '../../i18n/access-messages.ts'
import { useAccountMessages } from '../../i18n/account-messages.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { Refusal } from './Refusal.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { formText } from '../../ui/forms/form-text.ts'

type Props = {
  tokens: readonly ApiToken[]
  onAdd: (settings: TokenSettings) => Promise<NewToken>
  onRevoke: (id: number) => Promise<unknown>
}

/** By what programs come in; the token itself is shown once. */
export function TokensPanel({ tokens, onAdd, onRevoke }: Props) {
  const m = useAccessMessages()
  const { role: roleLabel, roles } = useAccountMessages()
  const { language } = useMessages()
  const adding = useMutation({ mutationFn: onAdd })
  const revoking = useMutation({ mutationFn: onRevoke })
  const made = adding.data
  const t = m.tokens
  return (
    <Panel id="tokens" title={t.title} note={t.note}>
      {tokens.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <DataTable label={t.title} head={[t.purpose, roleLabel, t.madeBy, t.expires, t.lastUsed, '']}>
          <tbody>
            {tokens.map(({ id, title, role, madeBy, expiresAt, lastUsedAt }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>{role === null ? m.noRole : roles[role]}</td>
                <td>{madeBy}</td>
                <td>{formatMoment(expiresAt, language)}</td>
                <td>{lastUsedAt === null ? m.people.never : formatMoment(lastUsedAt, language)}</td>
                <td className="actions">
                  <button
                    type="button"
                    className="link"
                    disabled={revoking.isPending}
                    onClick={() => revoking.mutate(id)}
                  >
                    {t.revoke}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {made !== undefined && (
        <div className="new-token" role="status">
          <p>
            <b>{made.title}</b> {t.once}
          </p>
          <code>{made.token}</code>
          <CopyButton text={made.token} label={t.copy} done={t.copied} failed={t.copyFailed} />
        </div>
      )}
      <Refusal error={adding.error ?? revoking.error} />
      <TokenForm isAdding={adding.isPending} onAdd={(settings, onSuccess) => adding.mutate(settings, { onSuccess })} />
    </Panel>
  )
}

type FormProps = { isAdding: boolean; onAdd: (settings: TokenSettings, onSuccess: () => void) => void }

/** What is entered stays until the token is made. */
function TokenForm({ isAdding, onAdd }: FormProps) {
  const m = useAccessMessages()
  const { role: roleLabel } = useAccountMessages()
  const [role, setRole] = useState<Role>('viewer')
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        const days = tokenDays.find((each) => String(each) === given.get('days')) ?? tokenDays[0]
        const form = event.currentTarget
        if (!isAdding) onAdd({ title: formText(given, 'title'), role, days }, () => form.reset())
      }}
    >
      <label className="field">
        {m.tokens.purpose}
        <input className="field-input" name="title" required maxLength={80} />
      </label>
      <label className="field">
        {roleLabel}
        <RoleSelect value={role} label={roleLabel} onChange={setRole} />
      </label>
      <label className="field">
        {m.tokens.validity}
        <select className="field-input" name="days" defaultValue="90">
          {tokenDays.map((days) => (
            <option key={days} value={days}>
              {m.tokens.days(days)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button" disabled={isAdding}>
        {m.tokens.add}
      </button>
    </form>
  )
}
