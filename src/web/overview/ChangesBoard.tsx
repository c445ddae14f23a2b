import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { dot, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { LocalText } from '../i18n/local-text.tsx'
import { useSeen } from '../changes/use-seen.ts'
import { changeWords } from '../../words/changes.ts'
import { Board } from './Board.tsx'
import { useOverviewMessages } from './messages.ts'
import styles from './ChangesBoard.module.css'

type Props = { changes: NonNullable<Overview['changes']>; className?: string | undefined }

const isBad = new Set(['exploit-up', 'known-exploited', 'severity-up', 'withdrawn'])

/** What has changed since the reader last looked: a line for each class, the most serious first. */
export function ChangesBoard({ changes: { classes, others, count, query, last }, className }: Props) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const [, see] = useSeen()
  return (
    <Board
      id="changes"
      title={t.changes}
      className={className}
      links={
        <>
          <Link to="/alerts" search={{ ...query, sort: 'changed' }}>
            {t.alerts(count)}
          </Link>
          <button type="button" className="link" onClick={() => see(last)}>
            {t.seen}
          </button>
        </>
      }
    >
      <ul className={styles['changes-board']}>
        {classes.map((each) => (
          <li key={each.kind}>
            <b className={isBad.has(each.kind) ? 'hot' : undefined}>{changeWords[language].kind[each.kind]}</b>
            <div>
              <Link to="/bulletins/$id" params={{ id: each.bulletin }} search={{}}>
                <b>{each.bulletin}</b> <LocalText text={each.title} />
              </Link>
              <small>
                {formatMoment(each.at, language)}
                {each.count > 1 && (
                  <>
                    {dot(language)}
                    <Link to="/alerts" search={each.query}>
                      {t.more(each.count - 1)}
                    </Link>
                  </>
                )}
              </small>
            </div>
          </li>
        ))}
        {others > 0 && (
          <li>
            <Link to="/alerts" search={{ ...query, sort: 'changed' }} className="link">
              {t.more(others)}
            </Link>
          </li>
        )}
      </ul>
    </Board>
  )
}
