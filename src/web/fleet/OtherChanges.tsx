import { lineKey } from '../../contract/fleet.ts'
import { sameFacts } from '../../domain/fleet/lines.ts'
import type { OtherChange } from '../../domain/fleet/rebase.ts'
import { useFleetMessages } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { useLineFacts } from './use-line-facts.ts'
import { usePlatformName } from './use-platform-name.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './OtherChanges.module.css'

type Props = {
  changes: readonly OtherChange[]
  /** The person who made them; null where it is not known. */
  by: string | null
}

/** What another person has saved meanwhile, and what is there once the own changes are saved on top. */
export function OtherChanges({ changes, by }: Props) {
  const nameOf = usePlatformName()
  const t = useFleetMessages()
  const show = useLineFacts()
  return (
    <>
      <p role="alert" className="hot">
        {t.conflict}
      </p>
      {changes.length > 0 && (
        <DataTable
          label={t.otherChanges}
          head={[t.platform, t.before, t.theirs(by), t.afterYours, t.edition]}
          numeric={[1, 2, 3]}
          isStacked
        >
          <tbody>
            {changes.map(({ platform, edition, before, theirs, result }) => (
              <tr key={lineKey({ platform, edition })}>
                <th scope="row">{nameOf(platform)}</th>
                <td className={table['number']} data-head={t.before}>
                  {show(before)}
                </td>
                <td className={table['number']} data-head={t.theirs(by)}>
                  {show(theirs)}
                </td>
                <td className={table['number']} data-head={t.afterYours}>
                  {sameFacts(result ?? undefined, theirs ?? undefined) ? (
                    show(result)
                  ) : (
                    <b className="hot">{show(result)}</b>
                  )}
                </td>
                <td className={styles['end']}>{edition}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  )
}
