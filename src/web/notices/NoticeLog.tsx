import { useInfiniteQuery } from '@tanstack/react-query'
import type { Notice } from '../../contract/notices.ts'
import { useCommon } from '../i18n/common.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { CheckBox } from '../ui/forms/controls.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { arrivalLooks } from './arrival.ts'
import { LineLink } from './LineLink.tsx'
import { useLogMessages } from './log-messages.ts'
import { useNoticeMessages } from './messages.ts'
import { noticesLazyRoute } from './NoticesPage.tsx'
import { noticeQueries } from './queries.ts'
import { useMoment } from './use-moment.ts'
import { classOfTone, useNoticeLine } from './use-notice-line.ts'
import styles from './NoticeLog.module.css'

/** What was sent, where and when, and what came back, the newest first. */
export function NoticeLog({ isFailing }: { isFailing: boolean }) {
  const t = useLogMessages()
  const common = useCommon()
  const navigate = noticesLazyRoute.useNavigate()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(noticeQueries.log(isFailing))
  const notices = data?.pages.flat()
  return (
    <Panel id="log" title={t.title} note={t.note}>
      <div className={styles['notice-log']}>
        <CheckBox
          label={t.failingOnly}
          isChecked={isFailing}
          onCheck={(is) =>
            void navigate({ search: (before) => ({ ...before, failing: is ? 'yes' : undefined }), replace: true })
          }
        />
        {notices === undefined ? (
          <p className="muted" role="status">
            {error === null ? common.loading : `${t.notRead} ${common.problem[codeOf(error)]}`}
          </p>
        ) : notices.length === 0 ? (
          <p className="muted">{isFailing ? t.noneFailing : t.none}</p>
        ) : (
          <DataTable label={t.title} head={[t.head.at, t.head.what, t.head.where, t.head.outcome]} isStacked>
            <tbody>
              {notices.map((notice) => (
                <Row key={notice.id} notice={notice} />
              ))}
            </tbody>
          </DataTable>
        )}
        {hasNextPage && (
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t.more}
          </button>
        )}
      </div>
    </Panel>
  )
}

const looksOf = {
  waiting: arrivalLooks.waiting,
  sent: arrivalLooks.arriving,
  'given-up': arrivalLooks.failing,
} as const

function Row({ notice }: { notice: Notice }) {
  const t = useLogMessages()
  const { channelKinds: kinds } = useNoticeMessages()
  const moment = useMoment()
  const { name, kind, address, state, madeAt, sentAt, nextAt, attempts } = notice
  const last = attempts.at(-1)
  return (
    <tr>
      <td className={styles['at']}>{moment(sentAt ?? madeAt)}</td>
      <th scope="row">
        <Content notice={notice} />
        <small>{name}</small>
      </th>
      <td data-head={t.head.where}>
        {kinds[kind]}
        <small>{address}</small>
      </td>
      <td data-head={t.head.outcome}>
        <Pill {...looksOf[state]}>{t.states[state]}</Pill>
        {state === 'waiting' && nextAt !== null && <small>{t.next(moment(nextAt))}</small>}
        {attempts.length > 1 ? (
          <details>
            <summary>
              {t.attempts(attempts.length)}
              {last !== undefined && state !== 'sent' && `: ${last.answer}`}
            </summary>
            <ul>
              {attempts.map((attempt) => (
                <li key={attempt.at}>{`${moment(attempt.at)} ${attempt.answer}`}</li>
              ))}
            </ul>
          </details>
        ) : (
          last !== undefined && last.answer !== '' && <small>{last.answer}</small>
        )}
      </td>
    </tr>
  )
}

/** What a notice is about, in a line. */
function Content({ notice: { content } }: { notice: Notice }) {
  const { about: t } = useLogMessages()
  const language = useLanguage()
  const lineOf = useNoticeLine()
  switch (content.about) {
    case 'changes': {
      const line = lineOf(content)
      if (line === null) return null
      return (
        <>
          <span className={classOfTone[line.tone]}>{line.mark}</span>{' '}
          <LineLink id={line.id} path={line.path}>
            {line.title}
          </LineLink>
          {line.told.length > 0 && <small>{line.told.join(dot(language))}</small>}
        </>
      )
    }
    case 'weekly':
      return t.weekly(content.issue)
    case 'stopped':
      return t.stopped(content.channel)
    case 'test':
    case 'password':
    case 'confirm':
      return t[content.about]
  }
}
