import { Suspense } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazyPage } from '../lib/lazy-page.ts'
import type { Overview } from '../../contract/overview.ts'
import { seenBy, useSeen } from '../changes/use-seen.ts'
import { useCommon } from '../i18n/common.ts'
import { LoadingPage } from '../ui/layout/LoadingPage.tsx'
import { ActNowBoard } from './ActNowBoard.tsx'
import { DataAge } from './DataAge.tsx'
import { DueBoard } from './DueBoard.tsx'
import { FiguresLine } from './FiguresLine.tsx'
import { PlatformsBoard } from './PlatformsBoard.tsx'
import { overviewQuery } from './queries.ts'
import { ReleaseHead } from './ReleaseHead.tsx'
import { RolloutBoard } from './RolloutBoard.tsx'
import { ReleaseSentence } from './ReleaseSentence.tsx'
import { TestsBoard } from './TestsBoard.tsx'
import { lazyPart } from '../lib/lazy-part.tsx'
import styles from './OverviewPage.module.css'

// Only at the very start, and where something is held or has changed: last in their column, they move nothing.
const FirstSteps = lazyPart('FirstSteps', async () => (await import('./FirstSteps.tsx')).FirstSteps)
const ChangesBoard = lazyPart('ChangesBoard', async () => (await import('./ChangesBoard.tsx')).ChangesBoard)
const HoldsBoard = lazyPart('HoldsBoard', async () => (await import('./HoldsBoard.tsx')).HoldsBoard)

export const overviewLazyRoute = lazyPage('/')({ component: OverviewPage })

function OverviewPage() {
  const common = useCommon()
  const { release } = overviewLazyRoute.useSearch()
  // On a first visit it is noted how far the reader has seen.
  useSeen()
  const seen = seenBy(useQueryClient())
  const { data } = useQuery(overviewQuery({ release, seen }))
  return (
    <>
      <title>{`${common.pages.overview} – HotFix Report`}</title>
      {data === undefined ? <LoadingPage /> : <PatchDay overview={data} />}
    </>
  )
}

/** Everything about a release on one page: what to do, how far that is, and what may be in its way. */
function PatchDay({ overview }: { overview: Overview }) {
  const common = useCommon()
  const { release, months, figures, changes, data, machines, sentence, today } = overview
  return (
    <main id="content" className={styles['overview-page']}>
      {release === null ? (
        <h1>{common.pages.overview}</h1>
      ) : (
        <ReleaseHead release={release} months={months} today={today} />
      )}
      <ReleaseSentence clauses={sentence} today={today} />
      {figures !== null && <FiguresLine figures={figures} machines={machines} />}
      {release === null ? (
        <Suspense>
          <FirstSteps />
        </Suspense>
      ) : (
        <div className={styles['columns']}>
          <div>
            <ActNowBoard overview={overview} className={styles['first']} />
            <PlatformsBoard overview={overview} className={styles['fifth']} />
            <TestsBoard overview={overview} className={styles['last']} />
          </div>
          <div>
            <DueBoard overview={overview} className={styles['second']} />
            <RolloutBoard overview={overview} className={styles['third']} />
            <Suspense>
              <HoldsBoard className={styles['fourth']} />
              {changes !== null && changes.count > 0 && <ChangesBoard changes={changes} className={styles['fourth']} />}
            </Suspense>
          </div>
        </div>
      )}
      <DataAge data={data} />
    </main>
  )
}
