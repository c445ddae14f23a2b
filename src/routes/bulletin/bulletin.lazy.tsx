import { useMemo } from 'react'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { coverageQuery, reportCoverage } from '../../client/coverage.ts'
import { say, takeBack } from '../../client/discussion.ts'
import { useFleet } from '../../client/fleet.ts'
import { decide, labQueries } from '../../client/lab-queries.ts'
import { historyQueries } from '../../client/history-queries.ts'
import { meQuery, useMay } from '../../client/me.ts'
import { bulletinQueries } from '../../client/queries.ts'
import { stateIn } from '../../client/triage.ts'
import type { Bulletin } from '../../contract/bulletin.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import { coverageOf } from '../../domain/fleet/coverage.ts'
import { exposureOf, machinesByPlatform } from '../../domain/fleet/exposure.ts'
import { readinessOf } from '../../domain/lab/readiness.ts'
import { observed } from '../../domain/lab/recorded.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { planOf } from '../../domain/rollout/plan-link.ts'
import { partlySuperseded, supersedence, type Fix } from '../../domain/supersedence.ts'
import { valueAt } from '../../domain/table/open.ts'
import { BulletinHeader } from '../../features/bulletin/BulletinHeader.tsx'
import { FactsPanel } from '../../features/bulletin/FactsPanel.tsx'
import { platformNames, type PlatformNames } from '../../features/bulletin/platform-names.ts'
import type { BulletinLink } from '../../features/bulletin/section.ts'
import { SectionNav } from '../../features/bulletin/SectionNav.tsx'
import { asideSections, mainSections } from '../../features/bulletin/sections.ts'
import { SupersedenceFacts } from '../../features/bulletin/SupersedenceFacts.tsx'
import { Sections } from '../../features/bulletin/Sections.tsx'
import { Discussion } from '../../features/discussion/Discussion.tsx'
import { CoverageForm } from '../../features/readiness/CoverageForm.tsx'
import { MachinesWithoutFix } from '../../features/readiness/MachinesWithoutFix.tsx'
import { ReadinessPanel } from '../../features/readiness/ReadinessPanel.tsx'
import { VersionList } from '../../features/history/VersionList.tsx'
import { TriagePanel } from '../../features/triage/TriagePanel.tsx'
import { useBulletinMessages } from '../../i18n/bulletin-messages.ts'
import { useDiscussionMessages } from '../../i18n/discussion-messages.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useTriageMessages } from '../../i18n/triage-messages.ts'
import { useShortcuts } from '../../ui/keyboard/use-shortcuts.ts'
import { useToday } from '../../ui/use-today.ts'
import { Pager } from './bulletin-pager.tsx'
import { useCatalogue } from '../catalogue.ts'
import { useTriage } from '../triage/triage.tsx'
import './bulletin.css'

export const bulletinLazyRoute = createLazyRoute('/bulletins/$id')({ component: BulletinPage })

/** What replaces what, read from three columns: the rows need not be made. */
const fixesOf = ({ table: { rows, columns } }: Columns): Fix[] =>
  Array.from({ length: rows }, (_, row) => ({
    id: valueAt(columns.id, row) ?? '',
    kb: valueAt(columns.kb, row) ?? [],
    supersedes: valueAt(columns.supersedes, row) ?? [],
  }))

function BulletinPage() {
  const { id } = bulletinLazyRoute.useParams()
  const query = bulletinLazyRoute.useSearch()
  const { t, language } = useMessages()
  const [b, d, l, m] = [useBulletinMessages(), useDiscussionMessages(), useLabMessages(), useTriageMessages()]
  const { data: bulletin } = useSuspenseQuery(bulletinQueries.view(id))
  const { columns, platforms, states } = useCatalogue()
  const { data: recorded = [] } = useQuery(labQueries.recorded(id))
  const fleet = useFleet()
  const openTriage = useTriage()
  const today = useToday()
  const ask = (field: 'status' | 'assignee') => () => {
    openTriage?.({ ids: [id], field })
    return openTriage !== null
  }
  useShortcuts('triage', { status: ask('status'), assignee: ask('assignee') })

  const relation = useMemo(() => supersedence(fixesOf(columns)), [columns])
  const names = platformNames(platforms, language)
  const main = mainSections.filter(({ isPresent }) => isPresent(bulletin))
  const aside = asideSections.filter(({ isPresent }) => isPresent(bulletin))
  const onFile = new Set(columns.table.columns.id.values)
  const link: BulletinLink = (other, children) =>
    onFile.has(other) ? (
      <Link to="/bulletins/$id" params={{ id: other }} search={readQuery}>
        {children}
      </Link>
    ) : (
      children
    )

  return (
    <main className="bulletin-page" id="content">
      <title>{`${bulletin.id} – HotFix Report`}</title>
      <Pager id={bulletin.id} columns={columns} query={query} />
      <BulletinHeader bulletin={bulletin} />
      <div className="beside">
        <FactsPanel bulletin={bulletin} observed={observed(recorded)}>
          <SupersedenceFacts
            replacedBy={relation.replacedBy(bulletin.id)}
            chain={relation.chain(bulletin.id)}
            partly={new Map([...partlySuperseded(bulletin)].map(([older, on]) => [older, names(on)]))}
            link={link}
          />
        </FactsPanel>
        <TriagePanel
          exposure={exposureOf(bulletin.platforms, fleet)}
          state={stateIn(states, id)}
          today={today}
          onOpen={openTriage && (() => openTriage({ ids: [id], field: 'status' }))}
        >
          <Link
            to="/rollout"
            search={(search) => ({ ...readQuery(search), plan: planOf([bulletin.id]) })}
            className="button primary"
          >
            {t.planRollout}
          </Link>
        </TriagePanel>
        <Readiness bulletin={bulletin} platforms={platforms} names={names} />
        <Sections sections={aside} bulletin={bulletin} platforms={platforms} names={names} />
        <SectionNav
          sections={[
            { id: 'triage', title: m.title },
            { id: 'readiness', title: l.readiness },
            ...[...main, ...aside].map(({ id: section, title }) => ({ id: section, title: title(b) })),
            { id: 'record', title: d.title },
          ]}
        />
      </div>
      <div className="sections">
        <Sections sections={main} bulletin={bulletin} platforms={platforms} names={names} />
        <Versions id={id} names={names} />
        <Record id={id} />
      </div>
    </main>
  )
}

/** Once an import has changed the bulletin, what it was before. */
function Versions({ id, names }: { id: string; names: PlatformNames }) {
  // The page is whole without it: nothing waits for it, and nothing is said where it cannot be had.
  const { data } = useQuery(historyQueries.versions(id))
  if (data === undefined || data.versions.length < 2) return null
  return (
    <VersionList
      versions={data.versions}
      names={names}
      link={(version, label, content) => (
        <Link
          to="/bulletins/$id/compare"
          params={{ id }}
          search={(search) => ({ ...readQuery(search), from: String(version - 1), to: String(version) })}
          className="link"
          aria-label={label}
        >
          {content}
        </Link>
      )}
    />
  )
}

type ReadinessProps = { bulletin: Bulletin; platforms: readonly PlatformCount[]; names: PlatformNames }

/** Whether the fix is ready to be deployed, and who says so. */
function Readiness({ bulletin, platforms, names }: ReadinessProps) {
  const l = useLabMessages()
  const client = useQueryClient()
  const may = useMay('analyst')
  const today = useToday()
  const fleet = useFleet()
  const { data: checked } = useQuery(coverageQuery(bulletin.id))
  const own = fleet.length === 0 ? null : [...machinesByPlatform(fleet).keys()]
  const { data } = useQuery(historyQueries.versions(bulletin.id))
  return (
    <ReadinessPanel
      readiness={readinessOf({
        bulletin,
        platforms,
        own,
        coverage: coverageOf(checked?.machines ?? [], exposureOf(bulletin.platforms, fleet)),
        today,
      })}
      events={data?.events ?? null}
      names={names}
      onDecide={may ? (decision) => decide(client, bulletin.id, decision) : null}
    >
      <MachinesWithoutFix machines={checked?.machines ?? []} />
      {may && (
        <Link to="/tests" search={(search) => ({ ...readQuery(search), record: bulletin.id })} className="link">
          {l.record}
        </Link>
      )}
      {may && <CoverageForm onReport={(csv) => reportCoverage(client, bulletin.id, csv)} />}
    </ReadinessPanel>
  )
}

/** What has happened to the bulletin, and what is said of it. */
function Record({ id }: { id: string }) {
  const client = useQueryClient()
  const { data } = useQuery(historyQueries.versions(id))
  const { data: me } = useQuery(meQuery())
  const may = useMay('analyst')
  return (
    <Discussion
      // What is typed belongs to one bulletin.
      key={id}
      events={data?.events ?? null}
      me={(may && me?.name) || null}
      onSay={(text) => say(client, id, text)}
      onTakeBack={(event) => takeBack(client, id, event)}
    />
  )
}
