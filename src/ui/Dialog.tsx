import { useEffect, useRef, type ReactNode } from 'react'
import './Dialog.css'

type Props = { label: string; onClose: () => void; children: ReactNode }

/** A dialog over the page, open for as long as it is there; Escape closes it. */
export function Dialog({ label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  // `showModal` is a method: there is no attribute that opens a modal dialog.
  useEffect(() => {
    dialog.current?.showModal()
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
