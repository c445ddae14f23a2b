import { useMemo } from 'react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { historyQueries } from '../client/history-queries.ts'
import { bulletinQueries } from '../client/queries.ts'
import type { Columns } from '../domain/filter/columns.ts'
import { readQuery } from '../domain/filter/query.ts'
import { partlySuperseded, supersedence, type Fix } from '../domain/supersedence.ts'
import { valueAt } from '../domain/table/open.ts'
import { BulletinHeader } from '../features/bulletin/BulletinHeader.tsx'
import { FactsPanel } from '../features/bulletin/FactsPanel.tsx'
import { platformNames, type PlatformNames } from '../features/bulletin/platform-names.ts'
import type { BulletinLink } from '../features/bulletin/section.ts'
import { SectionNav } from '../features/bulletin/SectionNav.tsx'
import { asideSections, mainSections } from '../features/bulletin/sections.ts'
import { SupersedenceFacts } from '../features/bulletin/SupersedenceFacts.tsx'
import { Sections } from '../features/bulletin/Sections.tsx'
import { VersionList } from '../features/history/VersionList.tsx'
import { useMessages } from '../i18n/messages.ts'
import { Pager } from './bulletin-pager.tsx'
import { useCatalogue } from './catalogue.ts'
import { planOf } from './rollout.tsx'
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
  const { data: bulletin } = useSuspenseQuery(bulletinQueries.view(id))
  const { columns, platforms } = useCatalogue()

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
      <BulletinHeader bulletin={bulletin}>
        <Link
          to="/rollout"
          search={(search) => ({ ...readQuery(search), plan: planOf([bulletin.id]) })}
          className="button"
        >
          {t.planRollout}
        </Link>
      </BulletinHeader>
      <div className="beside">
        <FactsPanel bulletin={bulletin}>
          <SupersedenceFacts
            replacedBy={relation.replacedBy(bulletin.id)}
            chain={relation.chain(bulletin.id)}
            partly={new Map([...partlySuperseded(bulletin)].map(([older, on]) => [older, names(on)]))}
            link={link}
          />
        </FactsPanel>
        <Sections sections={aside} bulletin={bulletin} platforms={platforms} names={names} />
        <SectionNav sections={[...main, ...aside]} />
      </div>
      <div className="sections">
        <Sections sections={main} bulletin={bulletin} platforms={platforms} names={names} />
        <Versions id={id} names={names} />
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
