import { useState } from 'react'
import type { FleetLine } from '../../contract/fleet.ts'
import type { Platform } from '../../contract/platform.ts'
import { readFleetTable } from '../../domain/fleet/table.ts'
import { useFleetMessages } from '../../i18n/fleet-messages.ts'
import { fileText } from '../../ui/file-text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { csvRows } from './csv.ts'

type Props = {
  platforms: readonly Platform[]
  onTakeOver: (lines: FleetLine[]) => void
  onMerge: (lines: FleetLine[]) => void
}

/** Problems beyond these are counted only. */
const shownAtMost = 50

/** A fleet out of a spreadsheet: nothing is taken over before it was seen. */
export function ImportPanel({ platforms, onTakeOver, onMerge }: Props) {
  const m = useFleetMessages()
  const [text, setText] = useState('')
  const { lines, problems } = readFleetTable(csvRows(text), platforms)
  const read = async (file: File | undefined) => {
    if (file !== undefined) setText(fileText(new Uint8Array(await file.arrayBuffer())))
  }
  const finish = (act: (lines: FleetLine[]) => void) => {
    act(lines)
    setText('')
  }
  return (
    <Panel id="import" title={m.import}>
      <p className="muted">{m.importHint}</p>
      <label className="field">
        {m.file}
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={({ target }) => void read(target.files?.[0])}
        />
      </label>
      <label className="field">
        {m.paste}
        <textarea
          className="field-input"
          rows={4}
          value={text}
          placeholder={'platform,edition,machines\nwindows-2000.sp3,Windows 2000 Server SP3,120'}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {text.trim() !== '' && (
        <div className="preview">
          <p role="status">
            <b>{m.preview(lines.length, problems.length)}</b>
          </p>
          {problems.length > 0 && (
            <ul>
              {problems.slice(0, shownAtMost).map(({ row, problem, value }) => (
                <li key={row}>
                  <span className="muted">{m.row(row)}</span> {m.problems[problem](value)}
                </li>
              ))}
            </ul>
          )}
          {lines.length > 0 && (
            <p className="actions">
              <button type="button" className="button" onClick={() => finish(onMerge)}>
                {m.merge}
              </button>
              <button type="button" className="button" onClick={() => finish(onTakeOver)}>
                {m.takeOver}
              </button>
            </p>
          )}
        </div>
      )}
    </Panel>
  )
}
