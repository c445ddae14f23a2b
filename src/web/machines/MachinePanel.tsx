import { useEffect, useRef, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { MachineState } from '../../contract/machines.ts'
import { inventoryKindWords } from '../../words/inventory-kinds.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useCommon } from '../i18n/common.ts'
import { dot, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { useMachineMessages } from './messages.ts'
import { deleteMachine, machineQueries } from './queries.ts'
import { reasonText } from './reason-text.ts'
import type { MachinesSearch } from './route.ts'
import styles from './MachinesPage.module.css'

/** One machine: what every fix of its platform is for it and why, what was attempted, and its deletion. */
export function MachinePanel({ id, search }: { id: string; search: MachinesSearch }) {
  const t = useMachineMessages()
  const common = useCommon()
  const language = useLanguage()
  const kinds: Readonly<Partial<Record<string, string>>> = inventoryKindWords[language]
  const names = useShortPlatformNames()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const { data, error } = useQuery(machineQueries.one(id))
  const { machine: _machine, ...others } = search
  // It opens above the list, far from the row that was pressed.
  const closing = useRef<HTMLAnchorElement>(null)
  useEffect(() => closing.current?.focus({ preventScroll: true }), [])
  const close = (
    <Link ref={closing} to="/machines" search={others} className="button">
      {t.close}
    </Link>
  )
  if (data === undefined)
    return (
      <Panel id="machine" title={t.details} actions={close}>
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null
            ? common.loading
            : codeOf(error) === 'not_found'
              ? t.gone
              : `${t.failed} ${common.problem[codeOf(error)]}`}
        </p>
      </Panel>
    )
  const order: MachineState[] = ['missing', 'restart-pending', 'partly', 'unknown', 'fixed', 'not-concerned']
  const states = data.states.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.bulletin < b.bulletin ? 1 : -1),
  )
  const about = [
    data.platform === null ? t.noPlatform : names([data.platform]),
    data.edition,
    data.build,
    data.roles.length > 0 ? `${t.roles}: ${data.roles.join(', ')}` : null,
    data.lastSeen === null ? t.never : `${t.seen}: ${formatMoment(data.lastSeen, language)}`,
    data.reports.length > 0 ? `${t.reports}: ${data.reports.map(({ kind }) => kinds[kind] ?? kind).join(', ')}` : null,
  ]
  return (
    <Panel id="machine" title={data.name} actions={close}>
      <p>{about.filter((part) => part !== null).join(dot(language))}</p>
      <h3 className={styles['fixes']}>{t.fixes}</h3>
      <DataTable label={t.fixes} head={[t.fix, t.state, t.since]} isStacked>
        <tbody>
          {states.map(({ bulletin, state, reason, since }) => (
            <tr key={bulletin}>
              <th scope="row">
                <Link to="/bulletins/$id" params={{ id: bulletin }} search={{}} className="link">
                  {bulletin}
                </Link>
              </th>
              <td data-head={t.state}>
                {t.states[state]}: {reasonText(reason, t)}
              </td>
              <td data-head={t.since}>{since === undefined ? '–' : formatMoment(since, language)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <h3 className={styles['attempts']}>{t.attempts}</h3>
      {data.attempts.length === 0 ? (
        <p className="muted">{t.noAttempts}</p>
      ) : (
        <ul>
          {data.attempts.map(({ fix, at, outcome, code }) => (
            <li key={`${fix} ${at} ${outcome}`}>
              {formatMoment(at, language)} {fix} {t.outcomes[outcome]} {code ?? ''}
            </li>
          ))}
        </ul>
      )}
      <button type="button" className={clsx('button', styles['more'])} onClick={() => setAsking(true)}>
        {t.remove}
      </button>
      {isAsking && (
        <QuestionDialog
          title={t.removeQuestion(data.name)}
          yes={t.remove}
          onYes={() => deleteMachine(client, id)}
          onDone={() => void navigate({ to: '/machines', search: others })}
          onClose={() => setAsking(false)}
          refusal={(failure) => `${t.removeFailed} ${common.problem[codeOf(failure)]}`}
        >
          <p>{t.removeNote}</p>
        </QuestionDialog>
      )}
    </Panel>
  )
}
