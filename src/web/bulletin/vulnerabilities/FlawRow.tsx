import { useDeferredValue } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { saidOfColumn, worstOfColumns } from '../../../domain/matrix/alike-columns.ts'
import type { AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import { vulnerabilityKey } from '../../../domain/vulnerability/key.ts'
import { formatShare } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { readText } from '../../i18n/local-text.tsx'
import { useWords } from '../../i18n/words.ts'
import { Attack } from './Attack.tsx'
import type { FlawTable } from './flaw-table.ts'
import { FlawDetails } from './FlawDetails.tsx'
import { FlawReasons } from './FlawReasons.tsx'
import { columnLabel } from './FlawHead.tsx'
import { useFlawMessages } from './messages.ts'
import { SaidRating } from './SaidRating.tsx'
import styles from './FlawTable.module.css'

type Props = {
  bulletin: string
  assessed: AssessedFlaw
  table: FlawTable
  isOpen: boolean
  onToggle: (id: string) => void
  /** Where rows are cut, the position of this one, and what measures it. */
  position?: number
  measure?: ((element: HTMLElement | null) => void) | undefined
}

/** That it is a vulnerability the table says already. */
export const shortTitle = (title: string) => title.replace(/ Vulnerability$/, '')

/** The questions of a FAQ: each is a paragraph in bold. */
const questionsIn = (text: string) => text.match(/^\*\*/gm)?.length ?? 0

/** A vulnerability: a row and, when it is opened, its details below it. */
export function FlawRow({ bulletin, assessed, table, isOpen, onToggle, position, measure }: Props) {
  const t = useFlawMessages()
  const words = useWords()
  const language = useLanguage()
  // The button answers at once; the details follow.
  const isShown = useDeferredValue(isOpen) && isOpen
  const { flaw, context } = assessed
  const { id, cve, component } = flaw
  const title = readText(flaw.title, language)
  const questions = flaw.faq === undefined ? 0 : questionsIn(readText(flaw.faq, language).value)
  const { columns, rest, has } = table
  const exploitability = flaw.exploitability?.latest ?? flaw.exploitability?.older
  const span = 2 + Number(has.why) + Number(has.epss) + Number(has.exploitability) + columns.length + (rest.length && 1)
  return (
    <tbody id={id} ref={measure} data-position={position} className={styles['flaw']}>
      <tr aria-rowindex={position === undefined ? undefined : position + 2}>
        <th scope="row">
          <span lang={title.language}>{shortTitle(title.value)}</span>
          <small>
            <Link to="/vulnerabilities/$key" params={{ key: vulnerabilityKey(cve, bulletin, id) }}>
              {title.value === id ? t.page : <code>{id}</code>}
            </Link>
            {cve !== null && cve !== id && <code>= {cve}</code>}
            {component !== undefined && <span lang="en">{component}</span>}
            <button
              type="button"
              className="link"
              aria-expanded={isOpen}
              aria-label={t.detailsOf(id)}
              onClick={() => onToggle(id)}
            >
              {questions > 0 ? t.questions(questions) : t.details}
            </button>
          </small>
        </th>
        {has.why && (
          <td data-head={t.why}>
            <FlawReasons assessed={assessed} />
          </td>
        )}
        <td data-head={t.attack}>
          <Attack assessed={assessed} />
        </td>
        {has.epss && (
          <td data-head={t.epss} className={styles['number']}>
            {context.epss === undefined ? '–' : formatShare(context.epss.score)}
          </td>
        )}
        {has.exploitability && (
          <td data-head={t.exploitability}>{words.exploitability[exploitability ?? 'unknown']}</td>
        )}
        {columns.map((column) => (
          <td
            key={column.platforms[0]}
            data-head={columnLabel(column, table, t)}
            className={clsx(styles['rating'], !column.isMine && styles['other'])}
          >
            <Rating said={saidOfColumn(flaw, column)} />
          </td>
        ))}
        {rest.length > 0 && (
          <td data-head={t.restHead(rest.length)} className={clsx(styles['rating'], styles['other'])}>
            <Rating said={worstOfColumns(flaw, rest)} />
          </td>
        )}
      </tr>
      {isShown && (
        <tr className={styles['opened']}>
          <td colSpan={span}>
            <FlawDetails assessed={assessed} hasRatings={!table.isWhole} isAsked={!table.isShort} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Rating({ said }: { said: ReturnType<typeof saidOfColumn> }) {
  const t = useFlawMessages()
  if (said !== undefined) return <SaidRating said={said} />
  return (
    <span className={styles['absent']}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t.notRated}</span>
    </span>
  )
}
