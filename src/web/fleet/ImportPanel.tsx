import { useDeferredValue, useMemo, useState } from 'react'
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import { repeatedBy } from '../../domain/fleet/doubles.ts'
import { readFleetTable } from '../../domain/fleet/table.ts'
import { useFleetMessages } from './messages.ts'
import { Field } from '../ui/forms/Field.tsx'
import { FileButton } from '../ui/forms/FileButton.tsx'
import { fileText } from '../ui/forms/file-text.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { usePlatforms } from '../catalogue/platforms.ts'
import { csvRows } from './csv.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { useLineNames } from './use-line-names.ts'
import styles from './ImportPanel.module.css'

type Props = {
  /** The list as it is now. */
  lines: readonly FleetLine[]
  onTakeOver: (lines: FleetLine[]) => void
  onMerge: (lines: FleetLine[]) => void
}

/** A fleet out of a spreadsheet: nothing is taken over before the reader has seen it. */
export function ImportPanel({ lines, onTakeOver, onMerge }: Props) {
  const platforms = usePlatforms()
  const t = useFleetMessages()
  const [text, setText] = useState('')
  // A long list is read behind what is typed or pasted.
  const given = useDeferredValue(text)
  const file = useMemo(() => readFleetTable(csvRows(given), platforms), [given, platforms])
  /** Lines of the file that count machines of the list again. */
  const repeated = file.lines.flatMap((line) => {
    const others = lines.filter((other) => lineKey(other) !== lineKey(line))
    const other = repeatedBy(line, others)
    return other === undefined ? [] : [{ line, other }]
  })
  const read = async ([chosen]: File[]) => {
    if (chosen !== undefined) setText(fileText(new Uint8Array(await chosen.arrayBuffer())))
  }
  const finish = (act: (lines: FleetLine[]) => void) => {
    act(file.lines)
    // What could not be read stays, to be put right.
    if (file.problems.length === 0) setText('')
  }
  return (
    <Panel id="import" title={t.import} isOnScreen>
      <div className={styles['import']}>
        <p className="muted">{t.importHint}</p>
        <p>
          <FileButton label={t.file} accept=".csv,.txt,text/csv,text/plain" onFiles={(files) => void read(files)} />
        </p>
        <Field label={t.paste} className={styles['pasted']}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              value={text}
              placeholder={
                'platform,edition,machines,reachable,roles\nwindows-2000.sp3,Windows 2000 Server SP3,120,no,domain-controller'
              }
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        {given.trim() !== '' && (
          <div>
            <ImportPreview lines={lines} file={file} />
            {repeated.length > 0 && <Repeated lines={repeated} />}
            {file.lines.length > 0 && (
              <p className={styles['actions']}>
                <button type="button" className="button" disabled={repeated.length > 0} onClick={() => finish(onMerge)}>
                  {t.merge}
                </button>
                <button type="button" className="button" onClick={() => finish(onTakeOver)}>
                  {t.takeOver}
                </button>
              </p>
            )}
          </div>
        )}
      </div>
    </Panel>
  )
}

/** Lines beyond these are counted only. */
const maxRepeated = 8

/** Which lines of a file count machines of the list again. */
function Repeated({ lines }: { lines: readonly Record<'line' | 'other', FleetLine>[] }) {
  const t = useFleetMessages()
  const { nameOfLine } = useLineNames()
  return (
    <div className={styles['repeated']}>
      <p className="hot">! {t.countsAgainAll}</p>
      <ul>
        {lines.slice(0, maxRepeated).map(({ line, other }) => (
          <li key={lineKey(line)}>{t.countsAgainLine(nameOfLine(line), nameOfLine(other))}</li>
        ))}
      </ul>
      {lines.length > maxRepeated && <p className="muted">{t.more(lines.length - maxRepeated)}</p>}
    </div>
  )
}
