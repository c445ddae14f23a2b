import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Letter, LetterFigure, LetterLine, LetterSection } from '../../words/letter.ts'
import { useWeeklyMessages } from './messages.ts'
import { ProgressBar } from '../ui/marks/ProgressBar.tsx'
import styles from './IssueSheet.module.css'

/** An issue as it is mailed: one column, the same words in the same order. */
export function IssueSheet({ letter }: { letter: Letter }) {
  const t = useWeeklyMessages()
  const { masthead, headline, intro, sections } = letter
  return (
    <article className={clsx('surface', styles['issue-sheet'])} lang={letter.language}>
      <header>
        <b>{masthead?.name}</b>
        <small>{masthead?.note}</small>
      </header>
      <h1>{headline}</h1>
      {intro.map((text) => (
        <p key={text} className={styles['intro']}>
          {text}
        </p>
      ))}
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
      <footer>
        {t.footer}{' '}
        <Link to="/notices" className="link">
          {t.edit}
        </Link>
      </footer>
    </article>
  )
}

function Section({ section: { title, note, lines, figures, text } }: { section: LetterSection }) {
  return (
    <section>
      <h2>
        {title} <small>{note}</small>
      </h2>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <Line key={`${line.path} ${line.title}`} line={line} />
          ))}
        </ul>
      )}
      {figures.map((figure) => (
        <Figure key={figure.label} figure={figure} />
      ))}
      {text !== '' && <p className={styles['text']}>{text}</p>}
    </section>
  )
}

const tones: Readonly<Record<LetterLine['tone'], string | undefined>> = {
  plain: undefined,
  alarm: styles['alarm'],
  warning: styles['warning'],
  good: styles['good'],
}

function Line({ line: { mark, tone, severity, title, path, details, aside } }: { line: LetterLine }) {
  const t = useWeeklyMessages()
  return (
    <li className={styles['line']}>
      <i data-severity={severity ?? 'none'}>
        <span aria-hidden>{severity ?? '?'}</span>
        {severity !== null && <span className="visually-hidden">{t.severity(severity)}</span>}
      </i>
      <div>
        {path === null ? <b>{title}</b> : <Link to={path}>{title}</Link>}
        {details.map((detail) => (
          <small key={detail}>{detail}</small>
        ))}
      </div>
      <p>
        {mark !== '' && <b className={tones[tone]}>{mark}</b>}
        {aside !== '' && <span>{aside}</span>}
      </p>
    </li>
  )
}

const Figure = ({ figure: { label, value, share } }: { figure: LetterFigure }) => (
  <p className={styles['figure']}>
    <span>{label}</span>
    <ProgressBar done={share ?? 0} total={1} className={styles['meter']} />
    <span>{value}</span>
  </p>
)
