import { Suspense, useRef, useState } from 'react'
import { clsx } from 'clsx'
import type { Summary } from '../../../contract/summary.ts'
import { readQuery } from '../../../domain/filter/query.ts'
import { valueAt } from '../../../domain/table/open.ts'
import { NeedlessInPlan } from '../../fixes/NeedlessInPlan.tsx'
import { Filtered, useFiltered } from '../../filters/use-filtered.tsx'
import { LocalText } from '../../i18n/local-text.tsx'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { usePlan } from '../plan/plan.tsx'
import { BulletinFinder } from './BulletinFinder.tsx'
import shared from '../../windows/plan-fields.module.css'
import styles from './BulletinPicker.module.css'

/** A filter with more results than this is no list to deploy. */
const maxFiltered = 30

/** The bulletins that the filter of the lists leaves, where there is one and they are few enough for a plan; else none. */
function useFilteredIds(): string[] {
  const { columns, rows, query } = useFiltered()
  const isFiltered = Object.keys(readQuery(query)).some((key) => key !== 'sort')
  if (!isFiltered || rows.length > maxFiltered) return []
  return Array.from(rows, (row) => valueAt(columns.table.columns.id, row) ?? '')
}

/** Adds the filtered bulletins that are not in the plan yet. */
function AddFiltered({ chosen, onAdd }: { chosen: readonly string[]; onAdd: (ids: readonly string[]) => void }) {
  const t = useRolloutMessages()
  const filtered = useFilteredIds()
  if (filtered.every((id) => chosen.includes(id))) return null
  return (
    <button type="button" className={clsx('link', shared['link'])} onClick={() => onAdd(filtered)}>
      {t.addFiltered(filtered.length)}
    </button>
  )
}

/** The bulletins of the plan, and the search that adds more. */
export function BulletinPicker() {
  const { inputs, facts, summaryOf, change } = usePlan()
  const ids = inputs.bulletins
  const t = useRolloutMessages()
  const [isOpen, setOpen] = useState(ids.length === 0)
  const list = useRef<HTMLUListElement>(null)
  const add = (more: readonly string[]) => change({ bulletins: [...new Set([...ids, ...more])] })
  return (
    <Panel id="target" title={t.target}>
      <div className={styles['bulletin-picker']}>
        {ids.length === 0 && <p className="muted">{t.noBulletin}</p>}
        <ul className={styles['chosen']} ref={list} tabIndex={-1}>
          {ids.map((id) => (
            <li key={id}>
              <span>
                <b>{id}</b> <BulletinTitle summary={summaryOf(id)} />
              </span>
              <button
                type="button"
                aria-label={t.remove(id)}
                onClick={() => {
                  change({ bulletins: ids.filter((other) => other !== id) })
                  // The button that was pressed goes away with the bulletin.
                  list.current?.focus()
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        <NeedlessInPlan needless={facts.needless} />
        <Filtered>
          <Suspense>
            <AddFiltered chosen={ids} onAdd={add} />
          </Suspense>
          {isOpen ? (
            <BulletinFinder chosen={ids} onAdd={(id) => add([id])} />
          ) : (
            <button type="button" className={clsx('link', shared['link'])} onClick={() => setOpen(true)}>
              <span aria-hidden>＋</span> {t.addBulletin}
            </button>
          )}
        </Filtered>
      </div>
    </Panel>
  )
}

function BulletinTitle({ summary }: { summary: Summary | undefined }) {
  const t = useRolloutMessages()
  if (summary === undefined) return <em className="hot">{t.noSuchBulletin}</em>
  return <LocalText text={summary.title} />
}
