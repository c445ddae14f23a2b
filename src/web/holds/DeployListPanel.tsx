import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { DeployRow } from '../../contract/deploy-list.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useCommon } from '../i18n/common.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { deployReasonWords, useHoldMessages } from './messages.ts'
import { useHoldWords } from './use-hold-words.ts'
import { deployListQuery } from './writing.ts'
import styles from './DeployListPanel.module.css'

/** What deployment tools may install on each platform of the fleet, and what they have to hold back. */
export function DeployListPanel() {
  const t = useHoldMessages()
  const common = useCommon()
  const { data, error } = useQuery(deployListQuery())
  const approved = data?.rows.filter(({ answer }) => answer === 'approve').length ?? 0
  return (
    <Panel
      id="deploy-list"
      title={t.deploy}
      note={data && data.rows.length > 0 ? t.deployNote(approved, data.rows.length - approved) : undefined}
      actions={
        <span className={clsx('on-screen', styles['ways'])}>
          <a href="/api/deploy-list.csv" className="link" download>
            {t.asCsv}
          </a>
          <a href="/api/deploy-list" className="link">
            {t.asJson}
          </a>
        </span>
      }
    >
      <p className="muted">{t.deployHint}</p>
      {data === undefined ? (
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null ? common.loading : common.problem[codeOf(error)]}
        </p>
      ) : data.rows.length === 0 ? (
        <p className="muted">{t.deployNone}</p>
      ) : (
        <DataTable
          label={t.deploy}
          head={[t.fix, t.platform, t.answer, t.why]}
          isStacked
          className={styles['deploy-list']}
        >
          <tbody>
            {data.rows.map((row) => (
              <Row key={`${row.bulletin} ${row.platform}`} row={row} />
            ))}
          </tbody>
        </DataTable>
      )}
    </Panel>
  )
}

function Row({ row: { bulletin, platform, machines, answer, heldRoles, why } }: { row: DeployRow }) {
  const t = useHoldMessages()
  const language = useLanguage()
  const names = useShortPlatformNames()
  const { day } = useHoldWords()
  return (
    <tr>
      <th scope="row">
        <Link to="/bulletins/$id" params={{ id: bulletin }} search={{}} className="link">
          {bulletin}
        </Link>
      </th>
      <td data-head={t.platform}>
        {names([platform])} <span className="muted">{t.machineCount(formatNumber(machines))}</span>
      </td>
      <td data-head={t.answer}>
        <Pill glyph={answer === 'approve' ? '✓' : 'Ⅱ'} tone={answer === 'approve' ? 'good' : 'plain'}>
          {t.answers[answer]}
        </Pill>
        {heldRoles.length > 0 && <small> {t.heldRoles(heldRoles.join(', '))}</small>}
      </td>
      <td data-head={t.why}>{why.map((reason) => deployReasonWords(reason, t, day)).join(dot(language))}</td>
    </tr>
  )
}
