import type { Impact } from '../../../contract/words.ts'
import { distributionOf, type Distribution } from '../../../domain/vulnerability/distribution.ts'
import type { AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import { dot } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import { useFlawMessages } from './messages.ts'
import styles from './FoldedFlaws.module.css'

type Props = {
  flaws: readonly AssessedFlaw[]
  /** Whether they are all that the bulletin has. */
  isAll: boolean
  isOpen: boolean
  onToggle: () => void
}

/** One line for the vulnerabilities that are not notable: how many, how bad, and of what impact. */
export function FoldedFlaws({ flaws, isAll, isOpen, onToggle }: Props) {
  const t = useFlawMessages()
  const said = useSummary()
  const distribution = distributionOf(flaws)
  return (
    <div className={styles['folded-flaws']}>
      <button type="button" className="link" aria-expanded={isOpen} onClick={onToggle}>
        {isAll ? t.count(flaws.length) : t.others(flaws.length)}
      </button>{' '}
      <span className="muted">{said(distribution)}</span>
      <Bar impacts={distribution.impacts} />
    </div>
  )
}

/** How bad they are, between which scores, and how many are notable all the same. */
function useSummary() {
  const t = useFlawMessages()
  const language = useLanguage()
  const words = useWords()
  return ({ severities, scores, notable }: Distribution): string => {
    const severityOf = (of: (typeof severities)[number]['of']) => (of === null ? t.unrated : words.severity[of])
    const [first] = severities
    return [
      ...(severities.length === 1 && first !== undefined
        ? [t.allOf(severityOf(first.of))]
        : severities.map(({ of, count }) => t.ofSeverity(severityOf(of), count))),
      ...(scores === null ? [] : [t.scores(scores.from.toFixed(1), scores.to.toFixed(1))]),
      ...(notable === 0 ? [] : [t.notableAmong(notable)]),
    ].join(dot(language))
  }
}

function Bar({ impacts }: Pick<Distribution, 'impacts'>) {
  const t = useFlawMessages()
  const words = useWords()
  const nameOf = (impact: Impact | null) => (impact === null ? t.unknownImpact : words.impact[impact])
  return (
    <ul className={styles['bar']} aria-label={t.byImpact}>
      {impacts.map(({ of, count }) => (
        <li key={of} style={{ flexGrow: count }}>
          <i aria-hidden />
          <b>{count}</b> {nameOf(of)}
        </li>
      ))}
    </ul>
  )
}
