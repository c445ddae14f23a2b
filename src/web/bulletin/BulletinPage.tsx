import { useMemo } from 'react'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { useFleet } from '../fleet/queries.ts'
import { labQueries, setIssueState } from '../lab/queries.ts'
import { useMay } from '../lib/me.ts'
import { bulletinQueries } from './queries.ts'
import { stateIn } from '../triage/queries.ts'
import { exposureOf, machinesOf } from '../../domain/fleet/exposure.ts'
import { observed } from '../../domain/lab/recorded.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { planOf } from '../../domain/rollout/plan-link.ts'
import { partlySuperseded, supersedence, type Supersedable } from '../../domain/bulletin/supersedence.ts'
import { valueAt } from '../../domain/table/open.ts'
import { BulletinHeader } from './BulletinHeader.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { platformNames } from '../i18n/platform-names.ts'
import type { BulletinLink, SectionProps } from './section.ts'
import { SectionNav } from './SectionNav.tsx'
import { asideSections, mainSections } from './sections.ts'
import { AlternativeFacts } from './AlternativeFacts.tsx'
import { SupersedenceFacts } from './SupersedenceFacts.tsx'
import { Sections } from './Sections.tsx'
import { TriagePanel } from '../triage/TriagePanel.tsx'
import { useBulletinMessages } from './messages.ts'
import { useRecordMessages } from '../activity/messages.ts'
import { useLabMessages } from '../lab/messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useTriageMessages } from '../triage/messages.ts'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { useToday } from '../lib/use-today.ts'
import { Pager } from './BulletinPager.tsx'
import { Readiness } from '../decision/Readiness.tsx'
import { Record } from '../activity/Activity.tsx'
import { Versions } from '../versions/Versions.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useTriage } from '../triage/Triage.tsx'
import './BulletinPage.css'

export const bulletinLazyRoute = createLazyRoute('/bulletins/$id')({ component: BulletinPage })

/** What replaces what, read from three columns: the rows need not be made. */
const fixesOf = ({ table: { rows, columns } }: Columns): Supersedable[] =>
  Array.from({ length: rows }, (_, row) => ({
    id: valueAt(columns.id, row) ?? '',
    kb: valueAt(columns.kb, row) ?? [],
    supersedes: valueAt(columns.supersedes, row) ?? [],
  }))

function BulletinPage() {
  const { id } = bulletinLazyRoute.useParams()
  const query = bulletinLazyRoute.useSearch()
  const common = useCommon()
  const language = useLanguage()
  const [t, activityText, labText, triageText] = [
    useBulletinMessages(),
    useRecordMessages(),
    useLabMessages(),
    useTriageMessages(),
  ]
  const { data: bulletin } = useSuspenseQuery(bulletinQueries.view(id))
  const { columns, platforms, states } = useCatalogue()
  const { data: recorded = [] } = useQuery(labQueries.recorded(id))
  const fleet = useFleet()
  const client = useQueryClient()
  const may = useMay('analyst')
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
  const given: SectionProps = {
    bulletin,
    platforms,
    names,
    onSettle: may ? (issue, settlement) => setIssueState(client, id, issue, settlement) : null,
  }
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
            saysNone={bulletin.source.kind === 'hotfix-report' || bulletin.source.kind === 'microsoft-bulletin'}
            partly={new Map([...partlySuperseded(bulletin)].map(([older, on]) => [older, names(on)]))}
            link={link}
          />
          <AlternativeFacts alternatives={bulletin.alternatives ?? []} names={names} link={link} />
        </FactsPanel>
        <TriagePanel
          exposure={exposureOf(bulletin.platforms, machinesOf(fleet, platforms))}
          state={stateIn(states, id)}
          today={today}
          onOpen={openTriage && (() => openTriage({ ids: [id], field: 'status' }))}
        >
          <Link
            to="/rollout"
            search={(search) => ({ ...readQuery(search), plan: planOf([bulletin.id]) })}
            className="button primary"
          >
            {common.planRollout}
          </Link>
        </TriagePanel>
        {/* What is typed belongs to one bulletin: the next one begins anew. */}
        <Readiness key={`readiness ${id}`} bulletin={bulletin} platforms={platforms} names={names} />
        <Sections sections={aside} {...given} />
        <SectionNav
          sections={[
            { id: 'triage', title: triageText.title },
            { id: 'readiness', title: labText.readiness },
            ...[...main, ...aside].map(({ id: section, title }) => ({ id: section, title: title(t) })),
            { id: 'record', title: activityText.title },
          ]}
        />
      </div>
      <div className="sections">
        <Sections key={`sections ${id}`} sections={main} {...given} />
        <Versions key={`versions ${id}`} id={id} names={names} />
        <Record key={`record ${id}`} id={id} names={names} />
      </div>
    </main>
  )
}
