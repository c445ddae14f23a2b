import { clsx } from 'clsx'
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import { lineChanges } from '../../domain/fleet/changes.ts'
import type { ParsedFleet } from '../../domain/fleet/table.ts'
import { useFleetMessages } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { useLineFacts } from './use-line-facts.ts'
import { usePlatformName } from './use-platform-name.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './ImportPreview.module.css'

type Props = {
  /** The list as it is now. */
  lines: readonly FleetLine[]
  file: ParsedFleet
}

/** Problems and lines beyond these are counted only. */
const maxProblems = 50
const maxLines = 200

/** What cannot be read of a file, and what becomes of each line of the list. */
export function ImportPreview({ lines, file }: Props) {
  const nameOf = usePlatformName()
  const t = useFleetMessages()
  const show = useLineFacts()
  const changes = file.lines.length === 0 ? [] : lineChanges(lines, file.lines)
  const unread = new Map(file.problems.flatMap(({ line, row }) => (line === undefined ? [] : [[lineKey(line), row]])))
  return (
    <>
      <p role="status">
        <b>{t.preview(file.lines.length, file.problems.length)}</b>
      </p>
      {file.problems.length > 0 && (
        <ul className={styles['problems']}>
          {file.problems.slice(0, maxProblems).map(({ row, problem, value, of = 0 }) => (
            <li key={row}>
              <span className="muted">{t.row(row)}</span> {t.problems[problem](value, of)}
            </li>
          ))}
        </ul>
      )}
      <More than={maxProblems} of={file.problems.length} />
      {changes.length > 0 && (
        <DataTable
          label={t.changes}
          head={[t.platform, t.machines, t.change, t.edition]}
          numeric={[1]}
          isStacked
          className={styles['changes']}
        >
          <tbody>
            {changes.slice(0, maxLines).map(({ platform, edition, from, to, kind }) => {
              const key = lineKey({ platform, edition })
              const row = kind === 'removed' ? unread.get(key) : undefined
              return (
                <tr key={key} className={clsx(kind === 'unchanged' && styles['unchanged'])}>
                  <th scope="row">{nameOf(platform)}</th>
                  <td className={table['number']}>{kind === 'unchanged' ? show(to) : `${show(from)} → ${show(to)}`}</td>
                  <td>{row === undefined ? t.changeKinds[kind] : t.unreadLine(t.row(row))}</td>
                  <td className={styles['end']}>{edition}</td>
                </tr>
              )
            })}
          </tbody>
        </DataTable>
      )}
      <More than={maxLines} of={changes.length} />
    </>
  )
}

function More({ than, of }: { than: number; of: number }) {
  const t = useFleetMessages()
  return of > than && <p className="muted">{t.more(of - than)}</p>
}
