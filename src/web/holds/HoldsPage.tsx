import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { isInForce } from '../../domain/holds/holds.ts'
import { usePlatforms } from '../catalogue/platforms.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { useDayIn } from '../lib/clock.tsx'
import { useMay } from '../lib/me.ts'
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts'
import { LoadingPage } from '../ui/layout/LoadingPage.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { DeployListPanel } from './DeployListPanel.tsx'
import { HoldEntry } from './HoldEntry.tsx'
import { HoldForm } from './HoldForm.tsx'
import { useHoldMessages } from './messages.ts'
import { holdsQuery, useHolds } from './queries.ts'
import { deployListQuery, everyHoldQuery } from './writing.ts'
import styles from './HoldPanel.module.css'

export const holdsLazyRoute = createLazyRoute('/holds')({ component: HoldsPage })

function HoldsPage() {
  const t = useHoldMessages()
  // All of it at once, or what it says of a failure: nothing moves below what comes late.
  usePlatforms()
  const isLoading = [useQuery(holdsQuery()), useQuery(deployListQuery())].some(({ isPending }) => isPending)
  useScrollToHash(!isLoading)
  if (isLoading) return <LoadingPage />
  return (
    <PanelsPage>
      <title>{`${t.title} – HotFix Report`}</title>
      <PageHeader title={t.title} note={t.pageNote} />
      <InForce />
      <DeployListPanel />
      <Over />
    </PanelsPage>
  )
}

function InForce() {
  const t = useHoldMessages()
  const common = useCommon()
  const may = useMay('analyst')
  const [isOpen, setOpen] = useState(false)
  const { error } = useQuery(holdsQuery())
  const holds = useHolds()
  return (
    <Panel id="in-force" title={t.inForce} note={holds.length > 0 ? t.count(holds.length) : undefined}>
      <div className={styles['hold-panel']}>
        {error !== null ? (
          <p role="status">{`${t.notRead} ${common.problem[codeOf(error)]}`}</p>
        ) : holds.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <ul>
            {holds.map((hold) => (
              <HoldEntry key={hold.id} hold={hold} />
            ))}
          </ul>
        )}
        {isOpen ? (
          <HoldForm fix={null} onClose={() => setOpen(false)} />
        ) : (
          may && (
            <div className={clsx('actions', styles['actions'])}>
              <button type="button" className="button primary" onClick={() => setOpen(true)}>
                {t.set}
              </button>
            </div>
          )
        )}
      </div>
    </Panel>
  )
}

/** Those that are over or were ended, the last one first; read once they are wanted. */
function Over() {
  const t = useHoldMessages()
  const common = useCommon()
  const [isWanted, setWanted] = useState(false)
  const { data, error } = useQuery({ ...everyHoldQuery(), enabled: isWanted })
  const today = useDayIn(data?.zone)
  const over = data?.holds.filter((hold) => !isInForce(hold, today)).toReversed()
  return (
    <Panel id="over" title={t.over} isOnScreen={!isWanted}>
      {!isWanted ? (
        <button type="button" className="button" onClick={() => setWanted(true)}>
          {t.showOver}
        </button>
      ) : over === undefined ? (
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null ? common.loading : `${t.notRead} ${common.problem[codeOf(error)]}`}
        </p>
      ) : over.length === 0 ? (
        <p className="muted">{t.noneOver}</p>
      ) : (
        <ul>
          {over.map((hold) => (
            <HoldEntry key={hold.id} hold={hold} labels={data?.labels} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
