import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { machineSearch } from '../../contract/limits.ts'
import type { MachineRow } from '../../contract/machines.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { useCommon } from '../i18n/common.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { ListField, TextField } from '../ui/forms/controls.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useMachineMessages } from './messages.ts'
import { csvAddress, machineQueries } from './queries.ts'
import { reasonText } from './reason-text.ts'
import type { MachinesSearch } from './route.ts'
import styles from './MachinesPage.module.css'

const ages = [7, 30, 90]
/** Fixes that are named of a row. */
const maxNamed = 3

/** The machines by name, with what each lacks and why; narrowed by the address. */
export function MachineListPanel({ search }: { search: MachinesSearch }) {
  const t = useMachineMessages()
  const common = useCommon()
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(machineQueries.list(search))
  const rows = data?.pages.flat()
  return (
    <Panel
      id="list"
      title={t.list}
      actions={
        <a className="button" href={csvAddress(search)} download>
          {t.csv}
        </a>
      }
    >
      <Filters search={search} />
      {rows === undefined ? (
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null ? common.loading : `${t.failed} ${common.problem[codeOf(error)]}`}
        </p>
      ) : rows.length === 0 ? (
        <p className="muted">{t.noneHere}</p>
      ) : (
        <DataTable label={t.list} head={[t.name, t.platform, t.build, t.seen, t.lacks]} isStacked>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} search={search} />
            ))}
          </tbody>
        </DataTable>
      )}
      {hasNextPage && (
        <button type="button" className={clsx('button', styles['more'])} onClick={() => void fetchNextPage()}>
          {t.more}
        </button>
      )}
    </Panel>
  )
}

function Filters({ search }: { search: MachinesSearch }) {
  const t = useMachineMessages()
  const names = usePlatformNames()
  const navigate = useNavigate()
  // The address follows what is typed a moment later.
  const [typed, setTyped] = useState<string | null>(null)
  const set = (change: MachinesSearch, replace = false) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== ''))
    void navigate({ to: '/machines', search: next, replace, resetScroll: false })
  }
  return (
    <div className={styles['filters']} role="group" aria-label={t.filter}>
      <TextField
        type="search"
        label={t.find}
        value={typed ?? search.search ?? ''}
        maxLength={machineSearch.maxLength}
        onText={(text) => {
          setTyped(text)
          set({ search: text }, true)
        }}
        onBlur={() => setTyped(null)}
      />
      <ListField
        label={t.state}
        value={search.state ?? ''}
        options={[
          { value: '', label: t.all },
          ...(['lacking', 'unknown', 'current'] as const).map((value) => ({ value, label: t.overall[value] })),
        ]}
        onChoose={(state) => set({ state })}
      />
      <ListField
        label={t.age}
        value={search.notSeenFor ?? ''}
        options={[{ value: '', label: t.all }, ...ages.map((days) => ({ value: String(days), label: t.days(days) }))]}
        onChoose={(notSeenFor) => set({ notSeenFor })}
      />
      {search.lacks !== undefined && (
        <button type="button" className="button" onClick={() => set({ lacks: '' })}>
          {t.lacking(search.lacks)} ×
        </button>
      )}
      {search.platform !== undefined && (
        <button type="button" className="button" onClick={() => set({ platform: '' })}>
          {names([search.platform])} ×
        </button>
      )}
    </div>
  )
}

function Row({ row, search }: { row: MachineRow; search: MachinesSearch }) {
  const t = useMachineMessages()
  const language = useLanguage()
  const names = usePlatformNames()
  const { id, name, platform, edition, build, lastSeen, lacks } = row
  return (
    <tr>
      <th scope="row" className={styles['name']}>
        <Link to="/machines" search={{ ...search, machine: String(id) }} hash="machine" className="link">
          {name}
        </Link>
      </th>
      <td data-head={t.platform}>
        {[platform === null ? t.noPlatform : names([platform]), edition].filter((part) => part !== null).join(' · ')}
      </td>
      <td className={styles['build']} data-head={t.build}>
        {build ?? '–'}
      </td>
      <td className={styles['build']} data-head={t.seen}>
        {lastSeen === null ? t.never : formatMoment(lastSeen, language)}
      </td>
      <td data-head={t.lacks}>
        {lacks.length === 0
          ? t.noLacks
          : lacks.slice(0, maxNamed).map(({ bulletin, state, reason }) => (
              <div key={bulletin}>
                <Link to="/bulletins/$id" params={{ id: bulletin }} search={{}} className="link">
                  {bulletin}
                </Link>{' '}
                {t.states[state]}: {reasonText(reason, t)}
              </div>
            ))}
        {lacks.length > maxNamed && <span className="muted">+{lacks.length - maxNamed}</span>}
      </td>
    </tr>
  )
}
