import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import type { SubscriptionPreview, SubscriptionSettings } from '../../contract/notices.ts'
import { useCommon } from '../i18n/common.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { usePerson } from '../lib/me.ts'
import { LineLink } from './LineLink.tsx'
import { useNoticeMessages } from './messages.ts'
import { noticeQueries } from './queries.ts'
import { useMoment } from './use-moment.ts'
import { classOfTone, useNoticeLine } from './use-notice-line.ts'
import styles from './LastNotices.module.css'

type Props = {
  settings: SubscriptionSettings
  /** What can be done with the subscription. */
  children?: ReactNode
}

/** The last five notices that a subscription would have sent, and how many that is a month. */
export function LastNotices({ settings, children }: Props) {
  const t = useNoticeMessages()
  const common = useCommon()
  const person = usePerson()
  // Only who is signed in may ask.
  const isAnonymous = person !== null && person.name === null && person.role === 'viewer'
  const { data, error, isFetching } = useQuery({ ...noticeQueries.preview(settings), enabled: !isAnonymous })
  if (isAnonymous) return null
  return (
    <section className={styles['last-notices']} aria-busy={isFetching} aria-label={t.wouldHave(0)}>
      <header>
        <h3>{t.wouldHave(data === undefined ? 0 : data.last.length + data.issues.length)}</h3>
        <p className="muted" role="status">
          {data !== undefined
            ? t.figures(formatNumber(data.perMonth), formatNumber(data.mostPerDay))
            : error === null
              ? t.previewing
              : `${t.previewFailed} ${common.problem[codeOf(error)]}`}
        </p>
        {children !== undefined && <div className={clsx('actions', styles['actions'])}>{children}</div>}
      </header>
      {data !== undefined &&
        (data.issues.length > 0 ? (
          <Issues issues={data.issues} />
        ) : data.last.length === 0 ? (
          <p className="muted">{t.wouldHaveNone}</p>
        ) : (
          <Told last={data.last} />
        ))}
      {data === undefined && error === null && <div className={styles['outline']} />}
    </section>
  )
}

function Issues({ issues }: Pick<SubscriptionPreview, 'issues'>) {
  const t = useNoticeMessages()
  const moment = useMoment()
  return (
    <ul>
      {issues.map(({ number, at }) => (
        <li key={number}>
          <time dateTime={at}>{moment(at)}</time>
          <p>
            <Link to="/weekly/$issue" params={{ issue: String(number) }} search={{}}>
              {t.issue(number)}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Told({ last }: Pick<SubscriptionPreview, 'last'>) {
  const language = useLanguage()
  const moment = useMoment()
  const lineOf = useNoticeLine()
  return (
    <ul>
      {last.map((notice) => {
        const line = lineOf(notice)
        return (
          <li key={notice.at}>
            <time dateTime={notice.at}>{moment(notice.at)}</time>
            {line !== null && (
              <>
                <b className={classOfTone[line.tone]}>{line.mark}</b>
                <p>
                  <LineLink id={line.id} path={line.path}>
                    {line.title}
                  </LineLink>{' '}
                  <span>{line.told.join(dot(language))}</span>
                </p>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
