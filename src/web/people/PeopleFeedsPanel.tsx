import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { privateFeeds } from '../../contract/endpoints/private-feeds.ts'
import type { PersonFeed } from '../../contract/private-feeds.ts'
import { useCommon } from '../i18n/common.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { useAuditMessages } from './audit-messages.ts'
import { useAccessMessages } from './messages.ts'
import { peopleQueries } from './queries.ts'
import { useRefusal } from './refusal.ts'
import table from '../ui/layout/DataTable.module.css'

/** The private addresses of everybody, for feed readers and calendars, and how an admin revokes one. */
export function PeopleFeedsPanel() {
  const { feeds: t, tokens, people } = useAccessMessages()
  const common = useCommon()
  const { feedKinds } = useAuditMessages()
  const language = useLanguage()
  const refusal = useRefusal()
  const client = useQueryClient()
  const { data, error } = useQuery(peopleQueries.feeds())
  const [revoked, setRevoked] = useState<PersonFeed | null>(null)
  const revoke = async ({ id }: PersonFeed) => {
    const left = await call(privateFeeds.revokePersonFeed, { params: { id: String(id) } })
    client.setQueryData(peopleQueries.feeds().queryKey, left)
    await client.invalidateQueries({ queryKey: peopleQueries.audit().queryKey })
  }
  return (
    <Panel id="private-feeds" title={t.title} note={t.note}>
      {data === undefined ? (
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null ? common.loading : common.problem[codeOf(error)]}
        </p>
      ) : data.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <DataTable label={t.title} head={[t.person, t.address, t.kind, t.made, t.lastRead, '']} isStacked>
          <tbody>
            {data.map((feed) => (
              <tr key={feed.id}>
                <th scope="row">{feed.person ?? '–'}</th>
                <td data-head={t.address}>{feed.name}</td>
                <td data-head={t.kind}>{feedKinds[feed.kind]}</td>
                <td data-head={t.made}>{formatMoment(feed.madeAt, language)}</td>
                <td data-head={t.lastRead}>
                  {feed.lastUsedAt === null ? people.never : formatMoment(feed.lastUsedAt, language)}
                </td>
                <td className={table['row-actions']}>
                  <button
                    type="button"
                    className="link"
                    aria-label={`${tokens.revoke}: ${feed.name} (${feed.person ?? '–'})`}
                    onClick={() => setRevoked(feed)}
                  >
                    {tokens.revoke}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {revoked !== null && (
        <QuestionDialog
          title={t.sure(revoked.name, revoked.person ?? '–')}
          yes={tokens.revoke}
          onYes={() => revoke(revoked)}
          onClose={() => setRevoked(null)}
          refusal={refusal}
        >
          <p>{t.hint}</p>
        </QuestionDialog>
      )}
    </Panel>
  )
}
