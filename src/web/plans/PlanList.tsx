import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { PlanRow } from '../../contract/plan-view.ts'
import { useCommon } from '../i18n/common.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { plansQuery } from '../lib/plans.ts'
import { FormError } from '../ui/forms/FormError.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import table from '../ui/layout/DataTable.module.css'
import { usePlanListMessages } from './list-messages.ts'
import { usePlansMessages } from './messages.ts'
import { roughLength, usePlanClock } from './wording.ts'

/** The kept plans: how far each is, when it finishes, and what slips. Nothing where none was ever kept. */
export function PlanList() {
  const t = usePlanListMessages()
  const common = useCommon()
  const { data, error } = useQuery(plansQuery())
  if (error !== null && data === undefined)
    return (
      <Panel id="kept-plans" title={t.title}>
        <FormError>{common.problem[codeOf(error)]}</FormError>
      </Panel>
    )
  if (data === undefined || data.length === 0) return null
  return (
    <Panel id="kept-plans" title={t.title} note={t.count(data.length)}>
      <DataTable label={t.title} head={[t.name, t.state, t.owner, t.done, t.finish, t.slip]} numeric={[3]} isStacked>
        <tbody>
          {data.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}

function Row({ row }: { row: PlanRow }) {
  const t = usePlanListMessages()
  const { states } = usePlansMessages()
  const language = useLanguage()
  const { moment } = usePlanClock(row.zone)
  const { id, name, state, owner, ticket, done, of, finish } = row
  const at = finish.expected ?? finish.planned
  const isWaiting = row.nextGate?.gateState.state === 'stopped'
  return (
    <tr>
      <th scope="row">
        <Link to="/plans/$id" params={{ id: String(id) }} className="link">
          {name}
        </Link>
        {ticket !== null && <small className={table['kind']}>{ticket}</small>}
      </th>
      <td data-head={t.state}>
        {states[state]}
        {state === 'running' && isWaiting && <small className="hot"> {t.gateStopped}</small>}
      </td>
      <td data-head={t.owner}>{owner ?? t.none}</td>
      <td data-head={t.done} className={table['number']}>
        {`${formatNumber(done)} / ${formatNumber(of)}`}
      </td>
      <td data-head={t.finish} className={table['tight']}>
        {at === null ? t.unknown : moment(at)}
      </td>
      <td data-head={t.slip}>
        <Slip minutes={finish.slipMinutes} length={(minutes) => roughLength(minutes, language)} />
      </td>
    </tr>
  )
}

function Slip({ minutes, length }: { minutes: number | null; length: (minutes: number) => string }) {
  const t = usePlanListMessages()
  if (minutes === null) return t.none
  if (minutes === 0) return t.asPlanned
  return minutes > 0 ? <span className="hot">{t.later(length(minutes))}</span> : t.earlier(length(minutes))
}
