import { useInfiniteQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { BoardView } from '../../contract/board.ts'
import { usePlatforms } from '../catalogue/platforms.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { BoardItem } from './BoardItem.tsx'
import { useBoardMessages } from './messages.ts'
import { boardQuery } from './queries.ts'
import styles from './Talk.module.css'

export const boardLazyRoute = createLazyRoute('/board')({ component: BoardPage })

// As in the contract, which has schemas.
const views: readonly BoardView[] = ['all', 'mine', 'mentions', 'watched', 'field']

/** All that people have said, the newest first. */
function BoardPage() {
  const t = useBoardMessages()
  const common = useCommon()
  usePlatforms()
  const search = boardLazyRoute.useSearch()
  const navigate = useNavigate()
  const view = views.find((each) => each === search.view) ?? 'all'
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(boardQuery(view))
  const entries = data?.pages.flat()
  return (
    <PanelsPage>
      <title>{`${t.board} – HotFix Report`}</title>
      <PageHeader title={t.board} note={t.boardNote}>
        <div className={clsx('on-screen', styles['views'])}>
          <SegmentedControl
            label={t.view}
            value={view}
            options={views.map((value) => ({ value, label: t.views[value] }))}
            onChange={(next) =>
              void navigate({ to: '/board', search: next === 'all' ? {} : { view: next }, resetScroll: false })
            }
          />
        </div>
      </PageHeader>
      <Panel id="talk" title={t.views[view]}>
        {entries === undefined && (
          <p className="muted" role="status" data-loading={error === null || undefined}>
            {error === null ? common.loading : `${t.notLoaded} ${common.problem[codeOf(error)]}`}
          </p>
        )}
        {entries?.length === 0 && <p className="muted">{t.nothing}</p>}
        <ol className={styles['entries']}>
          {entries?.map((entry) => (
            <BoardItem key={entry.id} entry={entry} />
          ))}
        </ol>
        {hasNextPage && (
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t.more}
          </button>
        )}
      </Panel>
    </PanelsPage>
  )
}
