import { useState } from 'react'
import type { FleetLine } from '../../contract/fleet.ts'
import { readFleetTable } from '../../domain/fleet/table.ts'
import { useFleetMessages } from './messages.ts'
import { Field } from '../ui/forms/Field.tsx'
import { FileButton } from '../ui/forms/FileButton.tsx'
import { fileText } from '../ui/forms/file-text.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { csvRows } from './csv.ts'
import { ImportPreview } from './ImportPreview.tsx'
import styles from './ImportPanel.module.css'

type Props = {
  /** The list as it is now. */
  lines: readonly FleetLine[]
  onTakeOver: (lines: FleetLine[]) => void
  onMerge: (lines: FleetLine[]) => void
}

/** A fleet out of a spreadsheet: nothing is taken over before the reader has seen it. */
export function ImportPanel({ lines, onTakeOver, onMerge }: Props) {
  const { platforms } = useCatalogue()
  const t = useFleetMessages()
  const [text, setText] = useState('')
  const file = readFleetTable(csvRows(text), platforms)
  const read = async ([chosen]: File[]) => {
    if (chosen !== undefined) setText(fileText(new Uint8Array(await chosen.arrayBuffer())))
  }
  const finish = (act: (lines: FleetLine[]) => void) => {
    act(file.lines)
    // What could not be read stays, to be put right.
    if (file.problems.length === 0) setText('')
  }
  return (
    <Panel id="import" title={t.import}>
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
        {text.trim() !== '' && (
          <div>
            <ImportPreview lines={lines} file={file} />
            {file.lines.length > 0 && (
              <p className={styles['actions']}>
                <button type="button" className="button" onClick={() => finish(onMerge)}>
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
