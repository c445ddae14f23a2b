import { useState } from 'react'
import { clsx } from 'clsx'
import { useLocation } from '@tanstack/react-router'
import { byFlawNumber } from '../../../domain/vulnerability/assessed.ts'
import { useFleet } from '../../catalogue/fleet.ts'
import { SegmentedControl } from '../../ui/forms/SegmentedControl.tsx'
import { useIsPrinting } from '../../ui/use-is-printing.ts'
import type { SectionProps } from '../section.ts'
import { useBulletinContext } from '../use-context.ts'
import { ColumnLegend } from './ColumnLegend.tsx'
import { useFlawTable } from './flaw-table.ts'
import { FlawHead } from './FlawHead.tsx'
import { FlawRows } from './FlawRows.tsx'
import { FoldedFlaws } from './FoldedFlaws.tsx'
import { useFlawMessages } from './messages.ts'
import { PlatformNotes } from './PlatformNotes.tsx'
import { PrintedFlaws } from './PrintedFlaws.tsx'
import { groupRatings } from '../../../domain/bulletin/ratings.ts'
import { RatingsByPlatform } from './RatingsByPlatform.tsx'
import { useTableNote } from './table-note.ts'
import styles from './FlawTable.module.css'

/** In more columns than this the words of the severities would leave no room for what they are of: numerals do. */
const maxWorded = 3

const orders = ['notable', 'number'] as const

/** The vulnerabilities: the notable ones first, and the others in one line that can be opened. */
export function Vulnerabilities({ bulletin }: SectionProps) {
  const t = useFlawMessages()
  const table = useFlawTable(bulletin, useBulletinContext(), useFleet())
  const note = useTableNote(table)
  const linked = useLocation({ select: ({ hash }) => hash })
  const isPrinting = useIsPrinting()
  const { assessed, notable, folded, isShort } = table
  const [order, setOrder] = useState<(typeof orders)[number]>('notable')
  const [isUnfolded, setUnfolded] = useState(false)
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  if (assessed.length === 0) return <RatingsByPlatform ratings={groupRatings(bulletin.platforms)} />
  if (isPrinting && !isShort) return <PrintedFlaws table={table} />

  const toggle = (id: string) => setToggled((before) => before.symmetricDifference(new Set([id])))
  // What a link leads to is shown and open, wherever it would be else.
  const isOpenAtFirst = (id: string) => isShort || id === linked
  const opened = new Set(assessed.map(({ flaw }) => flaw.id).filter((id) => isOpenAtFirst(id) !== toggled.has(id)))
  const isFolded = order === 'notable' && !isShort
  const isOpen = isUnfolded || notable.length === 0
  const first = isFolded ? [...notable, ...folded.filter(({ flaw }) => flaw.id === linked)] : []
  const others = isFolded ? folded.filter(({ flaw }) => flaw.id !== linked) : assessed
  const listed = order === 'number' ? assessed.toSorted(byFlawNumber) : others
  const rows = { bulletin: bulletin.id, table, opened, onToggle: toggle }
  return (
    <div className={styles['flaws']}>
      <div className={styles['above']}>
        <p className="muted">{note}</p>
        {assessed.length > 1 && (
          <SegmentedControl
            label={t.orderLabel}
            value={order}
            options={orders.map((value) => ({ value, label: t.order[value] }))}
            onChange={setOrder}
          />
        )}
      </div>
      <table
        className={clsx(
          styles['flaw-table'],
          table.columns.some(({ isMine }) => isMine) && styles['mixed'],
          table.columns.length + Math.min(table.rest.length, 1) > maxWorded && styles['tight'],
        )}
      >
        <FlawHead table={table} />
        <FlawRows flaws={first} {...rows} />
        {isFolded && others.length > 0 && (
          <tbody>
            <tr>
              <td colSpan={20} className={styles['line']}>
                <FoldedFlaws
                  flaws={others}
                  isAll={first.length === 0}
                  isOpen={isOpen}
                  onToggle={() => setUnfolded(!isOpen)}
                />
              </td>
            </tr>
          </tbody>
        )}
        {(!isFolded || isOpen) && <FlawRows flaws={listed} {...rows} />}
      </table>
      <ColumnLegend table={table} />
      <PlatformNotes bulletin={bulletin} />
    </div>
  )
}
