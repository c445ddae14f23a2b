import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import * as limits from '../../contract/limits.ts'
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { lifecycleAmong } from '../../domain/platforms/lifecycle.ts'
import { countedAs } from '../../domain/platforms/platforms.ts'
import { useFirstRows } from '../catalogue/catalogue.ts'
import { overlapping } from '../../domain/fleet/doubles.ts'
import { formatNumber } from '../i18n/format.ts'
import { MachineHoldMark } from '../holds/HoldMark.tsx'
import { useFleetMessages } from './messages.ts'
import { useLifecycles } from './lifecycle.ts'
import { useLineNames } from './use-line-names.ts'
import { SupportPill } from './SupportPill.tsx'
import { useSupportMessages } from './support-messages.ts'
import { ReachableField, RolesField } from './LineFields.tsx'
import { Field } from '../ui/forms/Field.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './FleetTable.module.css'

/** What nobody has finished with, as a filter. */
const openTriage = 'new,assessing,planned,deploying,deferred'

/** How many open alerts affect a platform; null until the index is there, which counts them. */
function useOpenAlerts(): (platform: PlatformId) => number | null {
  const { columns, first } = useFirstRows()
  const counts = useMemo(
    () => (first ? null : applyFilter(columns, filterOf({ triage: openTriage })).counts.platform),
    [columns, first],
  )
  return (platform) => counts && (counts.get(countedAs(platform)) ?? 0)
}

type Props = {
  lines: readonly FleetLine[]
  /** Null for a reader who may not change the fleet. */
  onChange: ((lines: FleetLine[]) => void) | null
}

/** The machines of each platform and edition, and what is open on them. */
export function FleetTable({ lines, onChange: edit }: Props) {
  const t = useFleetMessages()
  const { nameOf, nameOfLine, hasNoVersion, meantBy } = useLineNames()
  const openAlertsOf = useOpenAlerts()
  const supportText = useSupportMessages()
  const lifecycles = useLifecycles()
  const isPrinting = useIsPrinting()
  const total = lines.reduce((sum, { machines }) => sum + machines, 0)
  const within = new Map(overlapping(lines).map(([above, below]) => [lineKey(below), above]))
  if (lines.length === 0) return <p className="muted">{t.none}</p>
  return (
    <DataTable
      label={t.lines}
      head={[t.platform, t.machines, t.edition, supportText.support, t.affected, t.reachable, t.roles, '']}
      numeric={[1, 4]}
      className={styles['lines']}
      isStacked
    >
      <tbody>
        {lines.map((line, at) => {
          const { platform, edition, machines } = line
          // What machines report of themselves nobody types; on paper nothing is.
          const onChange = line.reported === true || isPrinting ? null : edit
          const above = within.get(lineKey(line))
          const name = nameOfLine(line)
          const open = openAlertsOf(platform)
          return (
            <tr key={lineKey(line)} className={clsx(onChange !== null && styles['editable'])}>
              <th scope="row">
                <Link to="/platforms/$id" params={{ id: platform }} className={styles['name']}>
                  {nameOf(platform)}
                </Link>{' '}
                <MachineHoldMark bulletin={null} platform={platform} roles={line.roles} isSmall />{' '}
                {line.reported === true && (
                  <small className={clsx('muted', styles['reported'])}>{t.reportedLine}</small>
                )}{' '}
                {hasNoVersion(platform) && <small className="muted">{t.noVersion}</small>}
                {above !== undefined && <small className="hot"> ! {t.countedTwice(nameOf(above.platform))}</small>}
              </th>
              <td className={table['number']} data-head={t.machines}>
                {onChange === null ? (
                  formatNumber(machines)
                ) : (
                  <Field
                    label={`${t.machines}: ${name}`}
                    isLabelHidden
                    className={styles['count']}
                    limits={limits.machines}
                  >
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
              <td data-head={supportText.support}>
                {lifecycles !== undefined && (
                  <SupportPill lifecycle={lifecycleAmong(lifecycles, meantBy(platform))} edition={edition} />
                )}
              </td>
              <td className={table['number']} data-head={t.affected}>
                {open === null ? (
                  '…'
                ) : (
                  <Link
                    className="link"
                    to="/alerts"
                    search={{ platform: countedAs(platform), triage: openTriage }}
                    aria-label={t.openOn(nameOf(platform), open)}
                  >
                    {open}
                  </Link>
                )}
              </td>
              <td data-head={t.reachable}>
                {onChange === null ? (
                  t.reachabilities[line.reachable ?? 'unknown']
                ) : (
                  <ReachableField line={line} name={name} onChange={(next) => onChange(lines.with(at, next))} />
                )}
              </td>
              <td data-head={t.roles}>
                {onChange === null ? (
                  line.roles?.join(', ')
                ) : (
                  <RolesField line={line} name={name} onChange={(next) => onChange(lines.with(at, next))} />
                )}
              </td>
              <td className={styles['end']}>
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
          <td className={table['number']} data-head={t.machines}>
            <b>{Number.isNaN(total) ? '' : formatNumber(total)}</b>
          </td>
          <td />
          <td />
          <td />
          <td />
          <td />
          <td />
        </tr>
      </tfoot>
    </DataTable>
  )
}
