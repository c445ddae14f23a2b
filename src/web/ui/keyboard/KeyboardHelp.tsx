import { clsx } from 'clsx'
import { useKeyboardMessages } from './messages.ts'
import { Dialog } from '../layout/Dialog.tsx'
import { bindings, type BindingId, type Scope } from './bindings.ts'
import { keysOf } from './key-labels.ts'
import styles from './KeyboardHelp.module.css'

const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent)

/** Every key that the pages bind, from the very table that binds them. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useKeyboardMessages()
  const words: Record<BindingId, string> = t.bindings
  return (
    <Dialog label={t.help} onClose={onClose}>
      <div className={styles['keyboard-help']}>
        {/* Long as it is, it is read from its beginning. */}
        <h2 tabIndex={-1} data-first-focus>
          {t.help}
        </h2>
        {Object.entries(bindings).map(([scope, bound]) => (
          <section key={scope}>
            <h3>{t.groups[scope as Scope]}</h3>
            <dl>
              {Object.entries(bound).map(([id, keys]) => (
                <div key={id}>
                  <dt>
                    {keysOf(keys, isMac).map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{words[id as BindingId]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <button type="button" className={clsx('button', styles['close'])} onClick={onClose}>
          {t.close}
        </button>
      </div>
    </Dialog>
  )
}
