import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { privateFeeds } from '../../contract/endpoints/private-feeds.ts'
import type { PrivateFeed } from '../../contract/private-feeds.ts'
import { useCommon } from '../i18n/common.ts'
import { dot, formatList, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { useFeedsMessages } from './messages.ts'
import { feedsQuery } from './queries.ts'
import { useFilterText } from './use-filter-text.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './FeedTable.module.css'

/** The addresses of the reader, without their secrets. */
export function FeedTable({ feeds }: { feeds: readonly PrivateFeed[] }) {
  const t = useFeedsMessages()
  const common = useCommon()
  const client = useQueryClient()
  const [revoked, setRevoked] = useState<PrivateFeed | null>(null)
  const revoke = async ({ id }: PrivateFeed) => {
    const left = await call(privateFeeds.revokePrivateFeed, { params: { id: String(id) } })
    client.setQueryData(feedsQuery().queryKey, left)
  }
  return (
    <>
      <DataTable label={t.own} head={[t.name, t.gives, t.made, t.lastUsed, '']} isStacked className={styles['table']}>
        <tbody>
          {feeds.map((feed) => (
            <FeedRow key={feed.id} feed={feed} onRevoke={() => setRevoked(feed)} />
          ))}
        </tbody>
      </DataTable>
      {revoked !== null && (
        <QuestionDialog
          title={t.revokeSure(revoked.name)}
          yes={t.revoke}
          onYes={() => revoke(revoked)}
          onClose={() => setRevoked(null)}
          refusal={(error) => `${t.revokeFailed} ${common.problem[codeOf(error)]}`}
        >
          <p>{t.revokeHint}</p>
        </QuestionDialog>
      )}
    </>
  )
}

function FeedRow({ feed, onRevoke }: { feed: PrivateFeed; onRevoke: () => void }) {
  const t = useFeedsMessages()
  const language = useLanguage()
  const filterText = useFilterText()
  const { name, kind, parts, search, language: of, madeAt, lastUsedAt } = feed
  const facts = [
    t.kinds[kind],
    ...(kind === 'calendar'
      ? [
          formatList(
            parts.map((part) => t.parts[part]),
            language,
          ),
        ]
      : []),
    ...(kind === 'atom' || parts.includes('due') ? [filterText(search)] : []),
    t.languages[of],
  ]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-head={t.gives}>{facts.join(dot(language))}</td>
      <td data-head={t.made}>{formatMoment(madeAt, language)}</td>
      <td data-head={t.lastUsed}>{lastUsedAt === null ? t.neverUsed : formatMoment(lastUsedAt, language)}</td>
      <td className={table['row-actions']}>
        <button type="button" className="link" aria-label={t.revokeOf(name)} onClick={onRevoke}>
          {t.revoke}
        </button>
      </td>
    </tr>
  )
}
