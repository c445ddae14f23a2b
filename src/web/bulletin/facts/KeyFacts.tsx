import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { completeRatings } from '../../../domain/matrix/complete-ratings.ts'
import { openIn, isUnread } from '../../../domain/lab/issues.ts'
import { observed } from '../../../domain/lab/recorded.ts'
import { distributionOf } from '../../../domain/vulnerability/distribution.ts'
import { assessFlaws, type AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import { dot, formatDay } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import { labQueries } from '../../lab/queries.ts'
import { useBulletinContext } from '../use-context.ts'
import { useVectorText } from '../vulnerabilities/use-vector-text.ts'
import { KeyFact } from './KeyFact.tsx'
import { LabCount } from './LabCount.tsx'
import { useBulletinMessages } from '../messages.ts'
import { useKeyFactMessages } from './messages.ts'
import { OurMachines } from './OurMachines.tsx'
import styles from './KeyFacts.module.css'

/** What one decides by, the most pressing first; each leads to its section. */
export function KeyFacts({ bulletin }: { bulletin: Bulletin }) {
  const t = useKeyFactMessages()
  const { flaws } = useBulletinContext()
  const assessed = useMemo(() => assessFlaws(completeRatings(bulletin), flaws), [bulletin, flaws])
  return (
    <section aria-label={t.title}>
      <dl className={clsx('surface', styles['key-facts'])}>
        <Exploited bulletin={bulletin} assessed={assessed} />
        <Public bulletin={bulletin} assessed={assessed} />
        <Count assessed={assessed} />
        <HighestScore assessed={assessed} />
        <Restart bulletin={bulletin} />
        <Issues bulletin={bulletin} />
        <OurMachines bulletin={bulletin} />
      </dl>
    </section>
  )
}

type Props = { bulletin: Bulletin; assessed: readonly AssessedFlaw[] }

const anchorOf = (first: AssessedFlaw | undefined) => first?.flaw.id ?? 'matrix'

function Exploited({ bulletin: { exploit }, assessed }: Props) {
  const t = useKeyFactMessages()
  const words = useWords()
  const language = useLanguage()
  const exploited = assessed.filter(({ reasons }) => reasons.includes('exploited'))
  const [kev] = exploited
    .flatMap(({ flaw, context }) => context.kev ?? flaw.knownExploited ?? [])
    .toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
  if (exploited.length === 0)
    return (
      <KeyFact
        name={t.exploited}
        section={anchorOf(assessed.find(({ reasons }) => reasons.includes('proof-of-concept')))}
        tone={exploit === 'exploited' ? 'hot' : exploit === 'proof-of-concept' ? 'warm' : 'quiet'}
      >
        {words.exploit[exploit]}
      </KeyFact>
    )
  return (
    <KeyFact
      name={t.exploited}
      section={anchorOf(exploited[0])}
      tone="hot"
      more={
        kev &&
        (kev.dueOn === undefined
          ? t.kevAdded(formatDay(kev.addedOn, language))
          : t.kevDue(formatDay(kev.dueOn, language)))
      }
    >
      {t.confirmed(exploited.length)}
    </KeyFact>
  )
}

function Public({ bulletin: { disclosure }, assessed }: Props) {
  const t = useKeyFactMessages()
  const words = useWords()
  const known = assessed.filter(({ reasons }) => reasons.includes('public'))
  const [first] = known
  if (first === undefined)
    return (
      <KeyFact name={t.public} section="matrix" tone="quiet">
        {words.disclosure[disclosure]}
      </KeyFact>
    )
  return (
    <KeyFact name={t.public} section={first.flaw.id} more={known.length === 1 ? first.flaw.id : undefined}>
      {t.count(known.length)}
    </KeyFact>
  )
}

function Count({ assessed }: Pick<Props, 'assessed'>) {
  const t = useKeyFactMessages()
  const language = useLanguage()
  const words = useWords()
  const { severities } = distributionOf(assessed)
  return (
    <KeyFact
      name={t.flaws}
      section="matrix"
      more={severities.map(({ of, count }) => t.ofSeverity(words.severity[of ?? 'unrated'], count)).join(dot(language))}
    >
      {t.count(assessed.length)}
    </KeyFact>
  )
}

function HighestScore({ assessed }: Pick<Props, 'assessed'>) {
  const t = useKeyFactMessages()
  const vectorText = useVectorText('short')
  const [highest] = assessed
    .flatMap(({ flaw: { id }, cvss }) => (cvss === undefined ? [] : { id, ...cvss }))
    .toSorted((a, b) => b.score - a.score)
  if (highest === undefined)
    return (
      <KeyFact name={t.cvss} section="matrix" tone="quiet">
        {t.notStated}
      </KeyFact>
    )
  return (
    <KeyFact name={t.cvss} section={highest.id} more={vectorText(highest.vector)}>
      {highest.score.toFixed(1)}
    </KeyFact>
  )
}

function Restart({ bulletin: { id, restart } }: Pick<Props, 'bulletin'>) {
  const t = useKeyFactMessages()
  const words = useWords()
  const { data: recorded = [] } = useQuery(labQueries.recorded(id))
  return (
    <KeyFact
      name={t.restart}
      section="facts"
      tone={restart === 'unknown' ? 'quiet' : undefined}
      more={<LabCount seen={observed(recorded).restart} />}
    >
      {words.restart[restart]}
    </KeyFact>
  )
}

function Issues({ bulletin }: Pick<Props, 'bulletin'>) {
  const { knownIssues } = bulletin
  const supportPages = bulletin.supportPages ?? []
  const t = useKeyFactMessages()
  const pageText = useBulletinMessages()
  const language = useLanguage()
  const open = openIn(knownIssues)
  const unread = open.filter(isUnread).length
  const described = open.length - unread
  const workarounds = open.filter(({ workaround }) => workaround !== undefined).length
  // "None" is said only where it was looked for.
  const isLookedAt = supportPages.some(({ answer }) => answer === 'none') || knownIssues.length > 0
  const more = [workarounds > 0 && t.workarounds(workarounds), unread > 0 && pageText.unread(unread)]
  return (
    <KeyFact
      name={t.issues}
      section={knownIssues.length + supportPages.length > 0 ? 'known-issues' : 'readiness'}
      tone={described > 0 ? 'warm' : 'quiet'}
      more={more.filter((part) => part !== false).join(dot(language))}
    >
      {described > 0 ? t.count(described) : unread > 0 ? t.notRead : isLookedAt ? t.noIssues : t.noIssuesOnFile}
    </KeyFact>
  )
}
