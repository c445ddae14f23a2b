import { lazy, Suspense, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Concerns } from '../../contract/board.ts'
import { useCommon } from '../i18n/common.ts'
import { messagesHook } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { concernsQuery, readAll } from './concerns.ts'
import styles from './Bell.module.css'

const BellList = lazy(() => import('./BellList.tsx').then(({ BellList: list }) => ({ default: list })))

const useBellMessages = messagesHook({
  ja: {
    unread: (n: string) => `お知らせ: 未読 ${n} 件`,
    allRead: 'お知らせ: 未読なし',
    notRead: 'お知らせを読み込めませんでした。',
  },
  en: {
    unread: (n) => `What concerns you: ${n} unread`,
    allRead: 'What concerns you: nothing unread',
    notRead: 'It could not be read.',
  },
})

/** The most that are counted. */
const atMost = 99

/** How much concerns who looks and was not read yet; pressed, all of it, which is read then. */
export function Bell() {
  const t = useBellMessages()
  const common = useCommon()
  const client = useQueryClient()
  const { data, error } = useQuery(concernsQuery())
  /** What was there when it was opened: what is new then stays marked while it is open. */
  const [opened, setOpened] = useState<Concerns | null>(null)
  const unread = data?.unread ?? 0
  const count = unread > atMost ? `${atMost}+` : String(unread)
  return (
    <div className={styles['bell']}>
      <button type="button" popoverTarget="concerns" aria-label={unread === 0 ? t.allRead : t.unread(count)}>
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden>
          <path
            d="M10 2.5a5 5 0 0 0-5 5c0 4-1.5 5.5-2 6h14c-.5-.5-2-2-2-6a5 5 0 0 0-5-5ZM8 16a2 2 0 0 0 4 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinejoin="round"
          />
        </svg>
        {unread > 0 && <b aria-hidden>{count}</b>}
      </button>
      <div
        id="concerns"
        popover="auto"
        onToggle={({ newState }) => {
          if (newState !== 'open') return setOpened(null)
          setOpened(data ?? null)
          if (data !== undefined && data.unread > 0) void readAll(client, data)
        }}
      >
        {error !== null && data === undefined && (
          <p role="status">
            {t.notRead} {common.problem[codeOf(error)]}
          </p>
        )}
        {opened !== null && (
          <Suspense fallback={<p className="muted">{common.loading}</p>}>
            <BellList concerns={opened} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
