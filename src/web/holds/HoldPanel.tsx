import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Summary } from '../../contract/summary.ts'
import { holdsOnFix } from '../../domain/holds/held.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { useMay } from '../lib/me.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { HoldEntry } from './HoldEntry.tsx'
import { HoldForm } from './HoldForm.tsx'
import { useHoldMessages } from './messages.ts'
import { holdsQuery, useHolds } from './queries.ts'
import styles from './HoldPanel.module.css'

type Props = { bulletin: Pick<Summary, 'id' | 'platforms'> }

/** The holds on a bulletin, and how to set one. */
export function HoldPanel({ bulletin }: Props) {
  const t = useHoldMessages()
  const common = useCommon()
  const may = useMay('analyst')
  const [isOpen, setOpen] = useState(false)
  const { error, isPending } = useQuery(holdsQuery())
  const holds = holdsOnFix(useHolds(), bulletin)
  return (
    <Panel id="holds" title={t.title}>
      <div className={styles['hold-panel']}>
        {error !== null ? (
          <p className="muted" role="status">{`${t.notRead} ${common.problem[codeOf(error)]}`}</p>
        ) : isPending ? (
          <p className="muted" role="status" data-loading>
            {common.loading}
          </p>
        ) : holds.length === 0 ? (
          <p className="muted">{t.noneHere}</p>
        ) : (
          <ul>
            {holds.map((hold) => (
              <HoldEntry key={hold.id} hold={hold} here={bulletin.id} />
            ))}
          </ul>
        )}
        {isOpen ? (
          <HoldForm fix={bulletin.id} onClose={() => setOpen(false)} />
        ) : (
          <div className={clsx('actions', styles['actions'])}>
            {may && (
              <button type="button" className="button" onClick={() => setOpen(true)}>
                {t.set}
              </button>
            )}
            <Link to="/holds" className="link">
              {t.toAll}
            </Link>
          </div>
        )}
      </div>
    </Panel>
  )
}
