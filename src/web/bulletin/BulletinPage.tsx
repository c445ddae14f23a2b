import { memo, useDeferredValue } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, useRouter } from '@tanstack/react-router'
import { ActivityPanel } from '../activity/ActivityPanel.tsx'
import { GivenPlatforms } from '../catalogue/platforms.ts'
import { DuePanel } from '../due/DuePanel.tsx'
import { ReadinessPanel } from '../decision/ReadinessPanel.tsx'
import { HoldBanner } from '../holds/HoldBanner.tsx'
import { HoldPanel } from '../holds/HoldPanel.tsx'
import { Next } from '../ui/layout/Behind.tsx'
import { BulletinHeader } from './BulletinHeader.tsx'
import { BulletinPager } from './BulletinPager.tsx'
import { BulletinVersions } from './BulletinVersions.tsx'
import { FactsPanel } from './facts/FactsPanel.tsx'
import { KeyFacts } from './facts/KeyFacts.tsx'
import { bulletinQueries } from './queries.ts'
import { Sections } from './Sections.tsx'
import { asideSections, leadSections, mainSections } from './sections.ts'
import { SlimHeader } from './SlimHeader.tsx'
import { TriagePanel } from './TriagePanel.tsx'
import { AroundBulletin } from './use-context.ts'
import styles from './BulletinPage.module.css'

export const bulletinLazyRoute = createLazyRoute('/bulletins/$id')({ component: BulletinPage })

function BulletinPage() {
  const { id } = bulletinLazyRoute.useParams()
  // A key answers at once; the bulletin that it leads to follows.
  return <BulletinView id={useDeferredValue(id)} />
}

/** A bulletin whole. `isBeside`: beside a list, which has the title of the page and leads to the others. */
export const BulletinView = memo(function Bulletin({ id, isBeside = false }: { id: string; isBeside?: boolean }) {
  const Frame = isBeside ? 'div' : 'main'
  const { data: bulletin } = useSuspenseQuery(bulletinQueries.view(id))
  // Who is led to a section has it there.
  const isAtOnce = useRouter().latestLocation.hash !== ''
  const { data: around } = useSuspenseQuery(bulletinQueries.context(id))
  return (
    <AroundBulletin value={around}>
      <GivenPlatforms value={around.platforms}>
        <Frame className={styles['bulletin-page']} {...(isBeside ? { 'data-beside': true } : { id: 'content' })}>
          {!isBeside && <title>{`${bulletin.id} – HotFix Report`}</title>}
          {!isBeside && <BulletinPager id={bulletin.id} />}
          <div className={styles['lead']}>
            <HoldBanner bulletin={bulletin} />
            <BulletinHeader bulletin={bulletin} />
            <KeyFacts bulletin={bulletin} />
          </div>
          {!isBeside && <SlimHeader bulletin={bulletin} />}
          <div className={styles['first']}>
            <Sections key={`first ${id}`} of={leadSections} bulletin={bulletin} />
          </div>
          <div className={styles['beside']}>
            <TriagePanel bulletin={bulletin} />
            <DuePanel key={`due ${id}`} id={bulletin.id} />
            <Next isAtOnce={isAtOnce}>
              <HoldPanel key={`holds ${id}`} bulletin={bulletin} />
              {/* Drafts belong to one bulletin: the next one starts empty. */}
              <ReadinessPanel key={`readiness ${id}`} bulletin={bulletin} />
              <Sections of={asideSections} bulletin={bulletin} />
              <FactsPanel bulletin={bulletin} />
              <BulletinVersions key={`versions ${id}`} id={id} />
              <ActivityPanel key={`activity ${id}`} bulletin={id} />
            </Next>
          </div>
          <div className={styles['sections']}>
            <Next isAtOnce={isAtOnce} fallback={<div className={styles['on-their-way']} />}>
              <Sections key={`sections ${id}`} of={mainSections} bulletin={bulletin} />
            </Next>
          </div>
        </Frame>
      </GivenPlatforms>
    </AroundBulletin>
  )
})
