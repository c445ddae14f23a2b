import { useState } from 'react'
import { clsx } from 'clsx'
import type { Source, SourceSettings } from '../../contract/sources.ts'
import { useCommon } from '../i18n/common.ts'
import { useMay } from '../lib/me.ts'
import { Dialog } from '../ui/layout/Dialog.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useSourcesMessages } from './messages.ts'
import { RemovalDialog } from './RemovalDialog.tsx'
import { SourceForm } from './SourceForm.tsx'
import { SourceRow } from './SourceRow.tsx'
import { useWatchedSources } from './use-watched-sources.ts'
import { FormError } from '../ui/forms/FormError.tsx'
import styles from './WatchedSources.module.css'

const fresh: SourceSettings = { title: '', url: '', isOn: true, everyHours: 24, since: null }

const settingsOf = ({ title, url, isOn, everyHours, since }: Source): SourceSettings => ({
  title,
  url,
  isOn,
  everyHours,
  since,
})

/** The addresses that can be watched, what is set of each, and how the last crawl went. */
export function WatchedSources() {
  const t = useSourcesMessages()
  const common = useCommon()
  const mayEdit = useMay('editor')
  const { sources, failure, set, fetchNow } = useWatchedSources()
  /** The source whose form is open; `new` for one that is not there yet. */
  const [open, setOpen] = useState<Source | 'new' | null>(null)
  const [removed, setRemoved] = useState<Source | null>(null)
  const close = () => setOpen(null)
  return (
    <Panel id="watched" title={t.watched}>
      {failure !== null && <FormError>{common.problem[failure.code]}</FormError>}
      <fieldset disabled={!mayEdit}>
        <p className="muted">{t.offline}</p>
        <ul className={styles['list']} aria-label={t.watched}>
          {sources.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              onSet={(settings) => set(source.id, { ...settingsOf(source), ...settings })}
              onEdit={() => setOpen(source)}
              onFetch={() => fetchNow(source.id)}
            />
          ))}
        </ul>
        <button type="button" className={clsx('button', styles['add'])} onClick={() => setOpen('new')}>
          {t.add}
        </button>
        {open !== null && (
          <Dialog label={open === 'new' ? t.add : t.editOf(open.title)} onClose={close} isForm>
            <SourceForm
              heading={open === 'new' ? t.add : t.editOf(open.title)}
              settings={open === 'new' ? fresh : settingsOf(open)}
              id={open === 'new' ? null : open.id}
              onDone={close}
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
        {removed !== null && <RemovalDialog source={removed} onClose={() => setRemoved(null)} />}
      </fieldset>
    </Panel>
  )
}
