import { Suspense, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Platform, PlatformId } from '../../../contract/platform.ts'
import type { Summary } from '../../../contract/summary.ts'
import type { Triaged } from '../../../contract/triage.ts'
import type { Rating } from '../../../contract/words.ts'
import { readQuery } from '../../../domain/filter/query.ts'
import { whyFirst, type Reason } from '../../../domain/bulletin/why-first.ts'
import type { MachineCount } from '../../../domain/fleet/exposure.ts'
import { severityOnFleet } from '../../../domain/fleet/severity.ts'
import { isWithin } from '../../../domain/platforms/platforms.ts'
import { worse } from '../../../domain/matrix/ratings.ts'
import type { LastChange } from '../../../domain/changes/last-changes.ts'
import { formatDay, formatList } from '../../i18n/format.ts'
import { LocalText, readOwnText, readText } from '../../i18n/local-text.tsx'
import { SeverityBadge } from '../../ui/marks/SeverityBadge.tsx'
import { UrgencyGauge } from '../../ui/marks/UrgencyGauge.tsx'
import { CardFooter } from './CardFooter.tsx'
import { SelectBox } from '../SelectBox.tsx'
import { memoByValue } from '../../lib/memo-by-value.ts'
import { lazyPart } from '../../lib/lazy-part.tsx'
import styles from './SeverityCard.module.css'
import { ratingWords, useWords } from '../../i18n/words.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useAlertsMessages } from '../messages.ts'
import { whyText } from '../why-text.ts'

// Few documents are drafts or restricted: their marks, and the words for them, come when there is one.
const DocumentMarks = lazyPart(
  'DocumentMarks',
  async () => (await import('../../ui/marks/DocumentMarks.tsx')).DocumentMarks,
)

// Only where something has changed since the last visit.
const ChangeMark = lazyPart('ChangeMark', async () => (await import('../../changes/ChangeMark.tsx')).ChangeMark)
const ChangeNote = lazyPart('ChangeNote', async () => (await import('../../changes/ChangeNote.tsx')).ChangeNote)

// Only where something is held.
const FixHoldMark = lazyPart('FixHoldMark', async () => (await import('../../holds/HoldMark.tsx')).FixHoldMark)

// Only where words are searched for.
const TextHit = lazyPart('TextHit', async () => (await import('./TextHit.tsx')).TextHit)

// Its words come with it: they are not needed where nothing is due.
const DueFact = lazyPart('DueFact', async () => (await import('../../due/DueFact.tsx')).DueFact)

type Props = {
  bulletin: Summary
  state: Triaged
  /** The words that only its texts have; empty where none are searched for, or what the card shows has them. */
  q: string
  platforms: readonly Platform[]
  /** The platforms of the filter: how badly the bulletin touches these is said apart. */
  chosen: readonly PlatformId[]
  /** The machines of the fleet; none where they are unknown. */
  machines: readonly MachineCount[]
  /** What has changed of it after an event; null where nothing has. */
  change: LastChange | null
  since: number
  /** Whether it must not be deployed on some machines. */
  isHeld: boolean
  isSelected: boolean
  selection: Parameters<typeof SelectBox>[0]['selection']
}

/** An attack is possible today, or known. */
const isHot = ({ code }: Reason) => code === 'exploited' || code === 'ransomware' || code === 'proof-of-concept'

const isRestricted = ({ tlp = 'WHITE' }: Summary) => tlp !== 'WHITE' && tlp !== 'CLEAR'

/**
 * One bulletin at a glance: how severe, how urgent, what it touches, what the lab and the rollout say. A list makes its
 * bulletins anew with each part of the index and each key: a card is drawn anew for what is different only.
 */
export const SeverityCard = memoByValue(Card)

function Card({
  bulletin,
  state,
  q,
  platforms,
  chosen,
  machines,
  change,
  since,
  isHeld,
  isSelected,
  selection,
}: Props) {
  const t = useAlertsMessages()
  const words = useWords()
  const language = useLanguage()
  const { id, kb, publishedOn, updatedOn, urgency, exploit } = bulletin
  // On the machines there are, where it touches any.
  const severity = severityOnFleet(bulletin.platforms, machines) ?? bulletin.severity
  // The due day and the machines have places of their own.
  const why = whyFirst(bulletin)
  return (
    <article className={clsx('surface', styles['severity-card'])} data-severity={severity ?? 'none'} aria-label={id}>
      <header className="muted">
        <SelectBox id={id} isOn={isSelected} selection={selection} />
        <SeverityBadge level={severity} />
        {severity !== bulletin.severity && (
          <span>{t.elsewhere(`${bulletin.severity} ${words.severity[bulletin.severity ?? 'unrated']}`)}</span>
        )}
        <b>{id}</b>
        {kb
          .filter((number) => `KB${number}` !== id)
          .map((number) => (
            <span key={number}>KB{number}</span>
          ))}
        <span>
          {updatedOn > publishedOn ? t.updated(formatDay(updatedOn, language)) : formatDay(publishedOn, language)}
        </span>
        {(bulletin.status !== undefined || isRestricted(bulletin)) && (
          <Suspense>
            <DocumentMarks status={bulletin.status} tlp={bulletin.tlp} />
          </Suspense>
        )}
        {isHeld && (
          <Suspense>
            <FixHoldMark fix={bulletin} />
          </Suspense>
        )}
        {change !== null && (
          <Suspense>
            <ChangeMark change={change} exploit={exploit} />
          </Suspense>
        )}
        <span className={styles['when']}>
          {bulletin.due !== undefined && (
            <span className={styles['due']}>
              <Suspense>
                <DueFact due={bulletin.due} />
              </Suspense>
            </span>
          )}
          <UrgencyGauge
            level={urgency.level}
            why={(urgency.basis === 'rule' ? readOwnText : readText)(urgency.why, language).value}
          />
        </span>
      </header>
      <h2>
        <Link to="/bulletins/$id" params={{ id }} search={readQuery} data-open>
          <LocalText text={bulletin.title} />
        </Link>
      </h2>
      {change !== null && change.kind !== 'new' && (
        <Suspense>
          <ChangeNote bulletin={id} event={change.event} since={since} />
        </Suspense>
      )}
      {q !== '' && (
        <Suspense>
          <TextHit bulletin={id} q={q} />
        </Suspense>
      )}
      <div className={styles['told']}>
        {why.length > 0 && (
          <ul className={styles['why']} aria-label={t.whyFirst}>
            {why.map((reason) => (
              <li key={reason.code} data-hot={isHot(reason) || undefined}>
                {whyText(reason, t, words, language)}
              </li>
            ))}
          </ul>
        )}
        <Facts bulletin={bulletin} chosen={chosen} />
      </div>
      <CardFooter bulletin={bulletin} state={state} platforms={platforms} machines={machines} />
    </article>
  )
}

/** The worst rating on the chosen platforms. */
const onChosen = ({ platforms }: Summary, chosen: readonly PlatformId[]): Rating =>
  platforms
    .filter(({ platform }) => chosen.some((above) => isWithin(platform, above)))
    .map(({ rating }) => rating)
    .reduce(worse, 'none')

/** What is known of it, each with its name; what is not known has nothing to say. */
function Facts({ bulletin, chosen }: Pick<Props, 'bulletin' | 'chosen'>) {
  const t = useAlertsMessages()
  const words = useWords()
  const language = useLanguage()
  const { impact, restart, environments, vulnerabilities } = bulletin
  return (
    <dl className={clsx('muted', styles['facts'])}>
      {chosen.length > 0 && <Fact name={t.onChosen}>{ratingWords(onChosen(bulletin, chosen), words)}</Fact>}
      {/* The words of these two say what they are. */}
      {impact !== null && (
        <Fact name={t.impact} isNameHidden>
          {words.impact[impact]}
        </Fact>
      )}
      {restart !== 'unknown' && <Fact name={t.restart}>{words.restart[restart]}</Fact>}
      {environments.length > 0 && (
        <Fact name={t.environments} isNameHidden>
          {formatList(
            environments.map((environment) => words.environment[environment]),
            language,
          )}
        </Fact>
      )}
      {vulnerabilities.length > 0 && <Fact name={t.vulnerabilities}>{t.count(vulnerabilities.length)}</Fact>}
    </dl>
  )
}

function Fact({ name, isNameHidden, children }: { name: string; isNameHidden?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt className={clsx(isNameHidden && 'visually-hidden')}>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
