import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { weeklyLetter } from '../../words/weekly-letter.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { codeOf } from '../lib/api.ts'
import { noticeQueries } from './queries.ts'
import { PagePart } from '../ui/layout/PagePart.tsx'
import { useSideMessages } from './side-messages.ts'
import { useMoment } from './use-moment.ts'
import styles from './WeeklySample.module.css'

/** The newest issue of HotFix Weekly in short; before there is one, what the next would say now. */
export function WeeklySample() {
  const t = useSideMessages()
  const common = useCommon()
  const { data, error } = useQuery(noticeQueries.weekly())
  // As the page of the issues has it.
  const moment = useMoment(data?.settings.zone)
  return (
    <PagePart id="weekly" title={t.weekly} note={data && t.weeklyNext(moment(data.settings.next), data.settings.zone)}>
      {data === undefined ? (
        <p className="muted" role="status">
          {error === null ? common.loading : `${t.weeklyNotRead} ${common.problem[codeOf(error)]}`}
        </p>
      ) : (
        <Sample {...data} />
      )}
    </PagePart>
  )
}

function Sample({ issue, isSample }: { issue: Parameters<typeof weeklyLetter>[0]; isSample: boolean }) {
  const t = useSideMessages()
  const language = useLanguage()
  const words = useWords()
  const { masthead, headline, intro, sections } = weeklyLetter(issue, { language, words }, { isSample })
  return (
    <div className={styles['weekly-sample']}>
      <article>
        <header>
          <b>{masthead?.name}</b>
          <small>{masthead?.note}</small>
        </header>
        <h3>{headline}</h3>
        {sections.length === 0 ? (
          <p>{intro.at(-1)}</p>
        ) : (
          <dl>
            {sections.map(({ title, note, lines, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>
                  <b>{note}</b> <span>{lines[0]?.title ?? text}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </article>
      <Link
        to="/weekly/$issue"
        params={{ issue: isSample ? 'next' : String(issue.number) }}
        search={{}}
        className="button"
      >
        {t.weeklyAll}
      </Link>
    </div>
  )
}
