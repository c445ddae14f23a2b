import { Link } from '@tanstack/react-router'
import type { DuePreview } from '../../contract/due.ts'
import { formatNumber } from '../i18n/format.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import table from '../ui/layout/DataTable.module.css'
import { usePolicyMessages } from './messages.ts'
import styles from './PolicyPage.module.css'

/** Named one by one; the rest is a number. */
const maxNamed = 30

const figures = ['overdue', 'withDay', 'withoutDay'] as const

/** What a policy would change: figures of now and then, and what becomes overdue by name. */
export function PolicyPreview({ preview }: { preview: DuePreview }) {
  const t = usePolicyMessages()
  const { before, after, becomesOverdue, noLongerOverdue, earlier, later } = preview
  return (
    <section className={styles['preview']} aria-label={t.previewTitle} aria-live="polite">
      <h3>{t.previewTitle}</h3>
      <DataTable label={t.previewTitle} head={['', t.now, t.proposed]} numeric={[1, 2]}>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure}>
              <th scope="row">{t.figures[figure]}</th>
              <td className={table['number']}>{formatNumber(before[figure])}</td>
              <td className={table['number']}>{formatNumber(after[figure])}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p>{t.moved(earlier, later)}</p>
      <Named title={t.becomesOverdue(becomesOverdue.length)} ids={becomesOverdue} />
      <Named title={t.noLongerOverdue(noLongerOverdue.length)} ids={noLongerOverdue} />
    </section>
  )
}

function Named({ title, ids }: { title: string; ids: readonly string[] }) {
  const t = usePolicyMessages()
  if (ids.length === 0) return null
  return (
    <div>
      <p>
        <b>{title}</b>
      </p>
      <ul className={styles['ids']}>
        {ids.slice(0, maxNamed).map((id) => (
          <li key={id}>
            <Link to="/bulletins/$id" params={{ id }} search={{}} className="link">
              {id}
            </Link>
          </li>
        ))}
        {ids.length > maxNamed && <li>{t.more(ids.length - maxNamed)}</li>}
      </ul>
    </div>
  )
}
