import * as limits from '../../contract/limits.ts'
import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { roles as allRoles } from '../../contract/vocabulary.ts'
import { tokenDays, type ApiToken, type NewToken, type TokenSettings } from '../../contract/people.ts'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { useRefusal } from './refusal.ts'
import { Field } from '../ui/forms/Field.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { formText } from '../ui/forms/form-text.ts'

type Props = {
  tokens: readonly ApiToken[]
  onAdd: (settings: TokenSettings) => Promise<NewToken>
  onRevoke: (id: number) => Promise<unknown>
}

/** By what programs come in; the token itself is shown once. */
export function TokensPanel({ tokens, onAdd, onRevoke }: Props) {
  const { tokens: t, noRole, people } = useAccessMessages()
  const { role: roleLabel, roles } = useAccountMessages()
  const language = useLanguage()
  const refusal = useRefusal()
  const adding = useMutation({ mutationFn: onAdd })
  const [revoked, setRevoked] = useState<ApiToken | null>(null)
  // Once it is revoked it opens nothing.
  const made = tokens.some(({ id }) => id === adding.data?.id) ? adding.data : undefined
  return (
    <Panel id="tokens" title={t.title} note={t.note}>
      {tokens.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <DataTable label={t.title} head={[t.purpose, roleLabel, t.madeBy, t.expires, t.lastUsed, '']} isStacked>
          <tbody>
            {tokens.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.title}</th>
                <td data-head={roleLabel}>{token.role === null ? noRole : roles[token.role]}</td>
                <td data-head={t.madeBy}>{token.madeBy}</td>
                <td data-head={t.expires}>{formatMoment(token.expiresAt, language)}</td>
                <td data-head={t.lastUsed}>
                  {token.lastUsedAt === null ? people.never : formatMoment(token.lastUsedAt, language)}
                </td>
                <td className="actions">
                  <button
                    type="button"
                    className="link"
                    aria-label={`${t.revoke}: ${token.title}`}
                    onClick={() => setRevoked(token)}
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
      <TokenForm
        isAdding={adding.isPending}
        error={adding.error && refusal(adding.error)}
        onAdd={(settings, onSuccess) => adding.mutate(settings, { onSuccess })}
      />
      {revoked !== null && (
        <QuestionDialog
          title={t.revokeSure(revoked.title)}
          yes={t.revoke}
          onYes={() => onRevoke(revoked.id)}
          onClose={() => setRevoked(null)}
          refusal={refusal}
        >
          <p>{t.revokeHint}</p>
        </QuestionDialog>
      )}
    </Panel>
  )
}

type FormProps = {
  isAdding: boolean
  error: string | null
  onAdd: (settings: TokenSettings, onSuccess: () => void) => void
}

/** What is entered stays until the token is made. */
function TokenForm({ isAdding, error, onAdd }: FormProps) {
  const { tokens: t, roleHints } = useAccessMessages()
  const { role: roleLabel, roles } = useAccountMessages()
  return (
    <Form
      className="token-form"
      pending={isAdding}
      error={error}
      onSubmit={(form) => {
        const given = new FormData(form)
        const role = allRoles.find((each) => each === given.get('role')) ?? allRoles[0]
        const days = tokenDays.find((each) => String(each) === given.get('days')) ?? tokenDays[0]
        onAdd({ title: formText(given, 'title'), role, days }, () => form.reset())
      }}
    >
      <Field label={t.purpose} limits={limits.tokenTitle}>
        {(control) => <input {...control} name="title" />}
      </Field>
      <Field label={roleLabel}>
        {(control) => (
          <select {...control} name="role" defaultValue="viewer">
            {allRoles.map((role) => (
              <option key={role} value={role} title={roleHints[role]}>
                {roles[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.validity}>
        {(control) => (
          <select {...control} name="days" defaultValue="90">
            {tokenDays.map((days) => (
              <option key={days} value={days}>
                {t.days(days)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <SubmitRow label={t.add} isPrimary={false} />
    </Form>
  )
}
