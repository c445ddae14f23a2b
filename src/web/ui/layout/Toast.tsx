import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useIsCovered } from './open-dialogs.ts'
import styles from './Toast.module.css'

type Props = {
  /** `alert` where something went wrong. */
  role: 'status' | 'alert'
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/** The one container of all toasts, at the foot of the window. */
function foot(): Element {
  const known = document.querySelector('body > [data-toasts]')
  if (known !== null) return known
  const made = document.createElement('div')
  made.dataset['toasts'] = ''
  made.className = styles['toasts'] ?? ''
  document.body.append(made)
  return made
}

/** Toasts, one above the other. Under a dialog they could not be read or clicked: they wait until none is open. */
export function Toasts({ children }: { children: ReactNode }) {
  return useIsCovered() ? null : createPortal(children, foot())
}

/** What has just happened, said once; it stays until it is closed or something else happens. */
export function Toast({ role, closeLabel, onClose, children }: Props) {
  const toast = useRef<HTMLDivElement>(null)
  const before = useRef<EventTarget | null>(null)
  // A reader who was in it when it goes is where they came from.
  useLayoutEffect(() => {
    const element = toast.current
    return () => {
      if (element?.contains(document.activeElement) && before.current instanceof HTMLElement)
        before.current.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div
      ref={toast}
      className={styles['toast']}
      role={role}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) before.current = relatedTarget
      }}
    >
      {children}
      <button type="button" aria-label={closeLabel} className={styles['close']} onClick={onClose}>
        ×
      </button>
    </div>
  )
}
