import { memo, useDeferredValue, useState } from 'react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { machineSearch } from '../../contract/limits.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { ListField, TextField } from '../ui/forms/controls.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { MachineTable } from './MachineTable.tsx'
import { useMachineMessages } from './messages.ts'
import { csvAddress, isNarrowed, machineQueries, neverSeen } from './queries.ts'
import type { MachinesSearch } from './route.ts'
import styles from './MachinesPage.module.css'

const ages = [7, 30, 90]

/** The machines by name, with what each lacks and why; narrowed by the address. */
export function MachineListPanel({ search }: { search: MachinesSearch }) {
  const t = useMachineMessages()
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
      <Found search={useDeferredValue(search)} />
    </Panel>
  )
}

/** What an address finds; it is drawn behind what is entered in the filters, and stays until the next is there. */
const Found = memo(function FoundMachines({ search }: { search: MachinesSearch }) {
  const t = useMachineMessages()
  const common = useCommon()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...machineQueries.list(search),
    placeholderData: keepPreviousData,
  })
  const { data: counts } = useQuery(machineQueries.counts())
  const rows = data?.pages.flat()
  const counted = isNarrowed(search) ? null : (counts?.machines ?? null)
  return (
    <>
      {rows === undefined ? (
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null ? common.loading : `${t.failed} ${common.problem[codeOf(error)]}`}
        </p>
      ) : rows.length === 0 ? (
        <p className="muted">{t.noneHere}</p>
      ) : (
        <MachineTable
          rows={rows}
          search={search}
          more={hasNextPage && !isFetchingNextPage ? fetchNextPage : null}
          total={hasNextPage ? counted : rows.length}
        />
      )}
      {hasNextPage && (
        <button
          type="button"
          className={clsx('button', styles['more'])}
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t.more}
        </button>
      )}
    </>
  )
})

function Filters({ search }: { search: MachinesSearch }) {
  const t = useMachineMessages()
  const names = useShortPlatformNames()
  const navigate = useNavigate()
  const { data: counts } = useQuery(machineQueries.counts())
  const onFile = counts?.byPlatform.flatMap(({ platform }) => platform ?? []) ?? []
  // A link from elsewhere may name one above them.
  const platforms = [...new Set([...onFile, ...(search.platform === undefined ? [] : [search.platform])])]
  // The address follows what is typed a moment later.
  const [typed, setTyped] = useState<string | null>(null)
  const set = (change: MachinesSearch, replace = false) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== ''))
    void navigate({ to: '/machines', search: next, replace, resetScroll: false })
  }
  return (
    <div className={clsx('on-screen', styles['filters'])} role="group" aria-label={t.filter}>
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
        label={t.platform}
        value={search.platform ?? ''}
        options={[
          { value: '', label: t.all },
          ...platforms.map((platform) => ({ value: platform, label: names([platform]) })),
        ]}
        onChoose={(platform) => set({ platform })}
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
        options={[
          { value: '', label: t.all },
          ...ages.map((days) => ({ value: String(days), label: t.days(days) })),
          { value: neverSeen, label: t.never },
        ]}
        onChoose={(notSeenFor) => set({ notSeenFor })}
      />
      {search.lacks !== undefined && (
        <button type="button" className="button" onClick={() => set({ lacks: '' })}>
          {t.lacking(search.lacks)} ×
        </button>
      )}
    </div>
  )
}
