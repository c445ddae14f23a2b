import { useId, useState, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordedTest, TestRecord } from '../../../contract/lab.ts'
import { readQuery } from '../../../domain/filter/query.ts'
import { counted } from '../../../domain/lab/recorded.ts'
import { isTestOf } from '../../../domain/lab/rows.ts'
import { useDraftItem } from '../../lib/drafts.ts'
import { useCommon } from '../../i18n/common.ts'
import { useMay } from '../../lib/me.ts'
import { correctionOf, draftItem } from './draft.ts'
import { labQueries } from '../queries.ts'
import { RecordedList } from './RecordedList.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useRecordMessages } from './messages.ts'
import type { Subject } from './subject.ts'
import { useEscape } from './use-escape.ts'
import { useFirstFocus } from './use-first-focus.ts'
import styles from './RecordPanel.module.css'

type Props = {
  subject: Subject
  /** Leads to the next cell that is not tested; null where none is left. */
  onNext: (() => void) | null
  onClose: () => void
  /** Shows another cell, since its bulletin or edition was chosen in the form. */
  onChoose: (bulletin: string) => void
  /** Shows the cell of a result whose edition was entered in the form. */
  onShow: (record: Pick<TestRecord, 'edition' | 'platform'>) => void
}

/** Beside the grid, on a phone a sheet from below: the results of a cell and their corrections, or the form for a first one. */
export function RecordPanel(props: Props) {
  // What was recorded last is said until another cell is chosen.
  const [told, tell] = useState<{ bulletin: string; record: TestRecord } | null>(null)
  const { subject } = props
  const key = `${subject.bulletin} ${subject.edition} ${subject.platform ?? ''}`
  return (
    <CellPanel
      key={subject.edition === '' ? '' : key}
      {...props}
      isRecorded={told?.bulletin === subject.bulletin && isTestOf(subject, told.record, subject.rows)}
      onRecorded={(record) => tell({ bulletin: subject.bulletin, record })}
    />
  )
}

type CellProps = Props & { isRecorded: boolean; onRecorded: (record: TestRecord) => void }

function CellPanel({ subject, onNext, onClose, onChoose, onShow, isRecorded, onRecorded }: CellProps) {
  const t = useRecordMessages()
  const common = useCommon()
  const may = useMay('analyst')
  const title = useId()
  const { bulletin, edition, facts } = subject
  const { data: results, isPending } = useQuery({ ...labQueries.recorded(bulletin), enabled: bulletin !== '' })
  const own = counted(results ?? []).filter((result) => edition !== '' && isTestOf(subject, result, subject.rows))
  const [isAgain, setAgain] = useState(false)
  const [entered, enter] = useDraftItem(draftItem(bulletin, edition, subject.isNamed ? subject.platform : null))
  const isForm = may && (isAgain || entered !== null || (own.length === 0 && !(isPending && subject.hasResult)))
  const corrects = entered?.corrects ?? null
  // Who closes it goes on from the cell, or what else it was opened by.
  const close = () => {
    document.querySelector<HTMLElement>('main a[aria-current]')?.focus()
    onClose()
  }
  useEscape(close)
  const next = onNext !== null && (
    <button type="button" className="button" data-first-focus={isRecorded || undefined} onClick={onNext}>
      {t.toNext}
    </button>
  )
  const correct = (result: RecordedTest) => enter(correctionOf(result))
  return (
    <section className={styles['record-panel']} aria-labelledby={title}>
      <header>
        <h2 id={title} tabIndex={-1}>
          {corrects === null ? (isForm ? t.record : t.results) : t.correct(corrects)}
        </h2>
        <button type="button" className={styles['close']} aria-label={t.close} onClick={close}>
          <span aria-hidden>×</span>
        </button>
      </header>
      {edition !== '' && (
        <p className={styles['subject']}>
          <Link to="/bulletins/$id" params={{ id: bulletin }} search={readQuery} hash="tests" className="link">
            {bulletin}
          </Link>
          <span className="muted">{facts}</span>
        </p>
      )}
      {isRecorded && !isForm && (
        <p role="status" className={styles['told']}>
          ✓ {t.isRecorded}
        </p>
      )}
      {isForm ? (
        <RecordForm
          subject={subject}
          onChoose={onChoose}
          onShow={onShow}
          onRecorded={(record) => {
            setAgain(false)
            onRecorded(record)
          }}
          onDiscard={isAgain || entered !== null ? () => setAgain(false) : null}
        >
          {next}
        </RecordForm>
      ) : (
        <Shown key={String(isRecorded)}>
          {own.length === 0 && <p className="muted">{isPending ? common.loading : t.untested}</p>}
          <RecordedList
            isFirstFocus={!isRecorded || onNext === null}
            results={own}
            all={results ?? []}
            onCorrect={may ? correct : null}
          />
          {may && !isPending && (
            <footer className={styles['foot']}>
              {next}
              <button type="button" className="button" onClick={() => setAgain(true)}>
                {t.again}
              </button>
            </footer>
          )}
        </Shown>
      )}
    </section>
  )
}

/** What is read, once it is there: the focus goes where it is told. */
function Shown({ children }: { children: ReactNode }) {
  const box = useFirstFocus()
  return (
    <div ref={box} className={styles['shown']}>
      {children}
    </div>
  )
}
