import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { countOf } from '../../../domain/rollout/waves.ts'
import { formatDay, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { LocalText } from '../../i18n/local-text.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import { useToInstallNow } from '../plan/use-to-install-now.ts'
import styles from './Proposal.module.css'

/** The most fixes that are listed; the others are counted. */
const maxListed = 8

/** Where no plan is begun: what is to be installed and not done, and a plan of that in one click. */
export function Proposal() {
  const { change, machinesFor } = usePlan()
  const t = useRolloutMessages()
  const language = useLanguage()
  const left = useToInstallNow()
  if (left === null)
    return (
      <Panel id="proposal" title={t.proposalOfAny}>
        <p className="muted">{t.noFleet}</p>
        <p>
          <Link to="/fleet" className="button">
            {t.enterFleet}
          </Link>
        </p>
      </Panel>
    )
  if (left === undefined) return null
  const { all, newest, isRelease } = left
  if (all.length === 0) return null
  const plan = (chosen: typeof all) => change({ bulletins: chosen.map(({ id }) => id) })
  return (
    <Panel id="proposal" title={isRelease ? t.proposal : t.proposalOfAny} note={t.proposalNote}>
      <ul className={styles['proposal']}>
        {newest.slice(0, maxListed).map((summary) => (
          <li key={summary.id}>
            <Link to="/bulletins/$id" params={{ id: summary.id }}>
              <b>{summary.id}</b>
            </Link>
            <span>
              <LocalText text={summary.title} />
            </span>
            <span>{t.count(formatNumber(countOf(machinesFor([summary.id]))))}</span>
            <span>{typeof summary.due?.on === 'string' && t.due(formatDay(summary.due.on, language))}</span>
          </li>
        ))}
      </ul>
      {newest.length > maxListed && <p className="muted">{t.moreOfThem(newest.length - maxListed)}</p>}
      <p className={clsx('actions', styles['actions'])}>
        <button type="button" className="button primary" onClick={() => plan(newest)}>
          {t.planThese(newest.length)}
        </button>
        {all.length > newest.length && (
          <button type="button" className="button" onClick={() => plan(all)}>
            {t.planAll(all.length)}
          </button>
        )}
      </p>
    </Panel>
  )
}
