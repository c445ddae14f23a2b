import type { LabCell } from '../../contract/lab-grid.ts'
import { clsx } from 'clsx'
import { comma, dot } from '../i18n/format.ts'
import { MachineHoldMark, useMachineHolds } from '../holds/HoldMark.tsx'
import { useHoldMarkMessages } from '../holds/mark-messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useToday } from '../lib/clock.tsx'
import { useMay } from '../lib/me.ts'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import { useGridMessages } from './grid-messages.ts'
import { shortDay } from '../i18n/days.ts'
import styles from './CellContent.module.css'

type Props = {
  cell: LabCell
  /** How its row is called, and its platform. */
  edition: string
  platform: string
  href: string
  isChosen: boolean
  /** Whether it is not what a figure of the sentence counts. */
  isDim: boolean
}

/** What a cell is of: its KB or, of a program without one, its build or what it is called. */
const titleOf = ({ bulletin, build }: LabCell) => {
  const [, program] = /^MSRC-\d{4}-[A-Za-z]{3}-(.*)$/.exec(bulletin) ?? []
  return program === undefined ? bulletin : (build ?? program)
}

/** A fix on an OS edition: outcome, KB, who and when; untested it asks to be recorded. */
export function CellContent({ cell, edition, platform, href, isChosen, isDim }: Props) {
  const t = useGridMessages()
  const language = useLanguage()
  const may = useMay('analyst')
  const today = useToday()
  const { bulletin, outcome, need, issues, by, on } = cell
  const title = titleOf(cell)
  const isLeft = outcome === null
  const count = outcome === 'passed-with-issues' && issues > 0 ? ` ${issues}` : ''
  const word = isLeft ? t.untestedWord : `${t.shown[outcome]}${count}`
  const why = need === 'where-installed' ? t.whereInstalled : need === 'other' && isLeft ? t.replaced : null
  const isHeld = useMachineHolds()({ bulletin, platform }).length > 0
  const held = useHoldMarkMessages().short
  return (
    <a
      className={styles['cell']}
      data-tone={outcome ?? (need === 'install' ? 'untested' : 'optional')}
      data-dim={isDim || undefined}
      aria-current={isChosen || undefined}
      aria-label={t.cell(
        edition,
        bulletin,
        [word, why, isHeld ? held : null].filter((each) => each !== null).join(comma(language)),
      )}
      href={href}
    >
      <b>
        {isLeft && may && (
          <span className="on-screen">
            <i aria-hidden>＋</i>
            {t.shown.untested}
          </span>
        )}
        {!isLeft && <i aria-hidden>{outcomeGlyphs[outcome]}</i>}
        <span className={clsx(isLeft && may && styles['on-paper'])}>{word}</span>{' '}
        {isHeld && <MachineHoldMark bulletin={bulletin} platform={platform} isSmall />}
      </b>
      <small>
        {[title, why, [by, on === undefined ? null : shortDay(on, today, language)].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(dot(language))}
      </small>
    </a>
  )
}
