import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { BoardEntry } from '../../contract/board.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { LocalText } from '../i18n/local-text.tsx'
import { FieldReportFacts } from '../talk/FieldReportEntry.tsx'
import { nameMarks } from '../talk/marks.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { useBoardMessages } from './messages.ts'
import styles from './Talk.module.css'

/** Something that a person has said, of which bulletin, and what it answers. */
export function BoardItem({ entry }: { entry: BoardEntry }) {
  const t = useBoardMessages()
  const language = useLanguage()
  const { at, who, bulletin, title, text, mentions, replyTo, report, to } = entry
  return (
    <li>
      <p className={clsx('muted', styles['head'])}>
        <b>
          <bdi>{who}</bdi>
        </b>
        <time dateTime={at}>{formatMoment(at, language)}</time>
        {replyTo !== null && <span>{t.answers(replyTo.who)}</span>}
        {to !== undefined && to !== null && <span>{t.handedTo(to)}</span>}
      </p>
      <p>
        <Link to="/bulletins/$id" params={{ id: bulletin }} search={{}} hash="record" className="link">
          {bulletin}
        </Link>{' '}
        <span className={styles['title']}>
          <LocalText text={title} />
        </span>
      </p>
      {replyTo !== null && replyTo.text !== null && <blockquote>{replyTo.text}</blockquote>}
      {report !== undefined && <FieldReportFacts report={report} />}
      {text === null ? (
        <p className="muted">{t.takenBack}</p>
      ) : (
        text !== '' && (
          <Markdown lang={language} isTyped marks={nameMarks(mentions)}>
            {text}
          </Markdown>
        )
      )}
    </li>
  )
}
