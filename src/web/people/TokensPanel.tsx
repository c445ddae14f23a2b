import { useState } from 'react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { people as endpoints } from '../../contract/endpoints/people.ts'
import type { ApiToken, TokenSettings } from '../../contract/people.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { call } from '../lib/call.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { SecretNote } from '../ui/SecretNote.tsx'
import { useAccessMessages } from './messages.ts'
import { peopleQueries, useReloadPeople } from './queries.ts'
import { useRefusal } from './refusal.ts'
import { TokenForm } from './TokenForm.tsx'
import table from '../ui/layout/DataTable.module.css'

/** The tokens with which programs call the API; a token itself is shown once. */
export function TokensPanel() {
  const { data: tokens } = useSuspenseQuery(peopleQueries.tokens())
  const reload = useReloadPeople()
  const { tokens: t, noRole, people } = useAccessMessages()
  const { role: roleLabel, roles } = useAccountMessages()
  const language = useLanguage()
  const refusal = useRefusal()
  const adding = useMutation({
    mutationFn: async (body: TokenSettings) => {
      const made = await call(endpoints.addToken, { body })
      await reload()
      return made
    },
  })
  const [revoked, setRevoked] = useState<ApiToken | null>(null)
  // A revoked token is of no use any more.
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
                <td className={table['row-actions']}>
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
        <SecretNote
          said={
            <>
              <b>{made.title}</b> {t.once}
            </>
          }
          secret={made.token}
        />
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
          onYes={() => call(endpoints.revokeToken, { params: { id: String(revoked.id) } }).then(reload)}
          onClose={() => setRevoked(null)}
          refusal={refusal}
        >
          <p>{t.revokeHint}</p>
        </QuestionDialog>
      )}
    </Panel>
  )
}
