import { useState } from 'react'
import type { Source, SourceSettings } from '../../contract/sources.ts'
import { useSourcesMessages } from './messages.ts'
import { Dialog } from '../ui/layout/Dialog.tsx'
import { IntervalField } from './IntervalField.tsx'
import { LastLook } from './LastCrawl.tsx'
import { RemovalDialog, type Removal } from './RemovalDialog.tsx'
import { SourceForm } from './SourceForm.tsx'
import './WatchedSources.css'

type Props = Removal & {
  sources: readonly Source[]
  onAdd: (settings: SourceSettings) => Promise<unknown>
  onChange: (id: string, settings: SourceSettings) => Promise<unknown>
  /** The same without a form, which would say what went wrong. */
  onSwitch: (id: string, settings: SourceSettings) => void
  onFetch: (id: string) => void
}

const fresh: SourceSettings = { title: '', url: '', isOn: true, everyHours: 24, since: null }

const settingsOf = ({ title, url, isOn, everyHours, since }: Source): SourceSettings => ({
  title,
  url,
  isOn,
  everyHours,
  since,
})

/** The addresses that can be watched, what is set of each, and how the last look went. */
export function WatchedSources({ sources, onAdd, onChange, onRemove, countOf, onSwitch, onFetch }: Props) {
  const t = useSourcesMessages()
  /** The source whose form is open; `new` for one that is not there yet. */
  const [open, setOpen] = useState<Source | 'new' | null>(null)
  const [removed, setRemoved] = useState<Source | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="watched-sources">
      <p className="muted">{t.offline}</p>
      <ul className="source-list" aria-label={t.watched}>
        {sources.map((source) => (
          <SourceRow
            key={source.id}
            source={source}
            onSet={(settings) => onSwitch(source.id, { ...settingsOf(source), ...settings })}
            onEdit={() => setOpen(source)}
            onFetch={() => onFetch(source.id)}
          />
        ))}
      </ul>
      <button type="button" className="button" onClick={() => setOpen('new')}>
        {t.add}
      </button>
      {open !== null && (
        <Dialog label={open === 'new' ? t.add : t.editOf(open.title)} onClose={close} isForm>
          <SourceForm
            heading={open === 'new' ? t.add : t.editOf(open.title)}
            settings={open === 'new' ? fresh : settingsOf(open)}
            onSave={(settings) => (open === 'new' ? onAdd(settings) : onChange(open.id, settings)).then(close)}
            onRemove={
              open === 'new' || open.isShipped
                ? undefined
                : () => {
                    close()
                    setRemoved(open)
                  }
            }
          />
        </Dialog>
      )}
      {removed !== null && (
        <RemovalDialog source={removed} countOf={countOf} onRemove={onRemove} onClose={() => setRemoved(null)} />
      )}
    </div>
  )
}

type RowProps = {
  source: Source
  onSet: (settings: Partial<SourceSettings>) => void
  onEdit: () => void
  onFetch: () => void
}

function SourceRow({ source, onSet, onEdit, onFetch }: RowProps) {
  const t = useSourcesMessages()
  return (
    <li>
      <input
        type="checkbox"
        role="switch"
        className="switch"
        title={t.on}
        aria-label={t.switchOn(source.title)}
        checked={source.isOn}
        aria-checked={source.isOn}
        onChange={({ target }) => onSet({ isOn: target.checked })}
      />
      <div className="source-name">
        <h3>{source.title}</h3>
        <p className="muted">{source.url}</p>
      </div>
      <IntervalField
        isLabelHidden
        className="interval"
        label={`${source.title}: ${t.interval}`}
        value={source.everyHours}
        onChange={(everyHours) => onSet({ everyHours })}
      />
      <div className="last-look">
        <LastLook source={source} />
      </div>
      <div className="source-actions">
        <button
          type="button"
          className="button"
          disabled={source.isRunning}
          aria-label={t.fetchNowOf(source.title)}
          onClick={onFetch}
        >
          {t.fetchNow}
        </button>
        <button type="button" className="button" aria-label={t.editOf(source.title)} onClick={onEdit}>
          {t.edit}
        </button>
      </div>
    </li>
  )
}
