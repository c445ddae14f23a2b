import * as limits from '../../contract/limits.ts'
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { overlapping } from '../../domain/fleet/exposure.ts'
import { formatNumber } from '../i18n/format.ts'
import { useFleetMessages } from './messages.ts'
import { Field } from '../ui/forms/Field.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import table from '../ui/layout/DataTable.module.css'

type Props = {
  lines: readonly FleetLine[]
  nameOf: (platform: PlatformId) => string
  /** How many open alerts affect a platform. */
  openOn: (platform: PlatformId) => number
  /** Whether it is a family whose machines may be of several versions. */
  lacksVersion: (platform: PlatformId) => boolean
  /** Null for who may only look. */
  onChange: ((lines: FleetLine[]) => void) | null
}

/** The machines of each platform and edition, and what is open on them. */
export function FleetTable({ lines, nameOf, openOn, lacksVersion, onChange }: Props) {
  const t = useFleetMessages()
  const total = lines.reduce((sum, { machines }) => sum + machines, 0)
  const within = new Map(overlapping(lines).map(([above, below]) => [lineKey(below), above]))
  if (lines.length === 0) return <p className="muted">{t.none}</p>
  return (
    <DataTable label={t.lines} head={[t.platform, t.machines, t.edition, t.affected, '']} numeric={[1, 3]} isStacked>
      <tbody>
        {lines.map((line, at) => {
          const { platform, edition, machines } = line
          const above = within.get(lineKey(line))
          const name = [nameOf(platform), edition].filter(Boolean).join(' ')
          return (
            <tr key={lineKey(line)}>
              <th scope="row">
                {nameOf(platform)} {lacksVersion(platform) && <small className="muted">{t.noVersion}</small>}
                {above !== undefined && <small className="hot"> ! {t.countedTwice(nameOf(above.platform))}</small>}
              </th>
              <td className={table['number']} data-head={t.machines}>
                {onChange === null ? (
                  formatNumber(machines)
                ) : (
                  <Field label={`${t.machines}: ${name}`} isLabelHidden className="count" limits={limits.machines}>
                    {(control) => (
                      <input
                        {...control}
                        type="number"
                        required
                        value={Number.isNaN(machines) ? '' : machines}
                        onChange={({ target }) => onChange(lines.with(at, { ...line, machines: target.valueAsNumber }))}
                      />
                    )}
                  </Field>
                )}
              </td>
              <td>{edition}</td>
              <td className={table['number']} data-head={t.affected}>
                {openOn(platform)}
              </td>
              <td>
                {onChange !== null && (
                  <button
                    type="button"
                    className="link"
                    aria-label={t.remove(name)}
                    onClick={() => onChange(lines.toSpliced(at, 1))}
                  >
                    ×
                  </button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          <td className={table['number']}>
            <b>{Number.isNaN(total) ? '' : formatNumber(total)}</b>
          </td>
          <td />
          <td />
          <td />
        </tr>
      </tfoot>
    </DataTable>
  )
}
