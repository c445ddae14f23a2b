import { useEffect, useRef, type ReactNode } from 'react'
import './Dialog.css'

type Props = { label: string; onClose: () => void; children: ReactNode }

/** A dialog over the page, open for as long as it is there; Escape closes it. What has `data-first-focus` has the focus first. */
export function Dialog({ label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  // `showModal` is a method: there is no attribute that opens a modal dialog.
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    // Once the dialog is gone, the reader is where they were.
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-label={label}
      onClose={onClose}
      // Where the browser knows it, a click beside the dialog closes it too.
      {...{ closedby: 'any' }}
    >
      {children}
    </dialog>
  )
}
