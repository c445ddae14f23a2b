import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { bulletinQueries } from '../client/queries.ts'
import { readQuery } from '../domain/filter/query.ts'
import { BulletinHeader } from '../features/bulletin/BulletinHeader.tsx'
import { FactsPanel } from '../features/bulletin/FactsPanel.tsx'
import { platformNames } from '../features/bulletin/platform-names.ts'
import type { BulletinLink } from '../features/bulletin/section.ts'
import { SectionNav } from '../features/bulletin/SectionNav.tsx'
import { asideSections, mainSections } from '../features/bulletin/sections.ts'
import { Sections } from '../features/bulletin/Sections.tsx'
import { useMessages } from '../i18n/messages.ts'
import { Pager } from './bulletin-pager.tsx'
import { useCatalogue } from './catalogue.ts'
import { planOf } from './rollout.tsx'
import './bulletin.css'

export const bulletinLazyRoute = createLazyRoute('/bulletins/$id')({ component: BulletinPage })

function BulletinPage() {
  const { id } = bulletinLazyRoute.useParams()
  const query = bulletinLazyRoute.useSearch()
  const { t, language } = useMessages()
  const { data: bulletin } = useSuspenseQuery(bulletinQueries.view(id))
  const { columns, platforms } = useCatalogue()

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
        <FactsPanel bulletin={bulletin} link={link} />
        <Sections sections={aside} bulletin={bulletin} platforms={platforms} names={names} />
        <SectionNav sections={[...main, ...aside]} />
      </div>
      <div className="sections">
        <Sections sections={main} bulletin={bulletin} platforms={platforms} names={names} />
      </div>
    </main>
  )
}
