import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import type { MyWork } from '../../contract/board.ts'
import { triageQuery } from '../triage/queries.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { LoadingPage } from '../ui/layout/LoadingPage.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { useBoardMessages } from './messages.ts'
import { myWorkQuery } from './queries.ts'
import { WorkEntry } from './WorkEntry.tsx'
import styles from './Talk.module.css'

export const myWorkLazyRoute = createLazyRoute('/my-work')({ component: MyWorkPage })

/** What waits for who looks, and what is urgent and nobody's. */
function MyWorkPage() {
  const t = useBoardMessages()
  const common = useCommon()
  const states = useQuery(triageQuery())
  const { data, error } = useQuery(myWorkQuery())
  if (states.isPending || (data === undefined && error === null)) return <LoadingPage />
  const problem = error && common.problem[codeOf(error)]
  return (
    <PanelsPage>
      <title>{`${t.myWork} – HotFix Report`}</title>
      <PageHeader title={t.myWork} note={data && t.myWorkNote(data.assigned.count, data.unassigned.count)}>
        <Link to="/alerts" search={{ assignee: 'me' }} className="button">
          {t.asList}
        </Link>
      </PageHeader>
      {data === undefined ? (
        <p role="status">{`${t.notLoaded} ${problem}`}</p>
      ) : (
        <>
          <Work id="assigned" title={t.assigned} none={t.noneAssigned} work={data.assigned} isMine />
          <Work id="unassigned" title={t.unassigned} none={t.noneUnassigned} work={data.unassigned} isMine={false} />
        </>
      )}
    </PanelsPage>
  )
}

type Props = { id: string; title: string; none: string; work: MyWork['assigned']; isMine: boolean }

function Work({ id, title, none, work: { count, items }, isMine }: Props) {
  const t = useBoardMessages()
  return (
    <Panel id={id} title={title} note={String(count)}>
      {count === 0 && <p className="muted">{none}</p>}
      <ul className={styles['entries']}>
        {items.map((item) => (
          <WorkEntry key={item.id} item={item} isMine={isMine} />
        ))}
      </ul>
      {count > items.length && <p className="muted">{t.more200(count - items.length)}</p>}
    </Panel>
  )
}
