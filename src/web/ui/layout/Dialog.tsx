import { createContext, use, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useCommon } from '../../i18n/common.ts'
import { useLeavingMessages } from './messages.ts'
import { useAskBeforeUnload } from '../use-ask-before-unload.ts'
import { countDialog } from './open-dialogs.ts'
import styles from './Dialog.module.css'

type Props = {
  label: string
  onClose: () => void
  /** Whether something is entered in it: a click beside does not close it then, and what was entered is not left unasked. */
  isForm?: boolean
  children: ReactNode
}

const LeaveContext = createContext<() => void>(() => {})

/** A dialog over the page, open for as long as it is there; Escape closes it. What has `data-first-focus` has the focus first. */
export function Dialog({ label, onClose, isForm = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isEntered, setEntered] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const leave = useMemo(() => (isEntered ? () => setAsking(true) : onClose), [isEntered, onClose])
  useAskBeforeUnload(isEntered)
  useEffect(countDialog, [])
  const before = useRef<Element>(null)
  // `showModal` is a method: there is no attribute that opens a modal dialog. With the frame that draws it.
  useLayoutEffect(() => {
    before.current = document.activeElement
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
  }, [])
  // Once the dialog is gone, the reader is where they were; a layout effect ends while it is still open.
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    },
    [],
  )
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label={label}
      onChange={() => setEntered(isForm)}
      onCancel={(event) => {
        // Who presses Escape once more gets their way: browsers let no page hold them.
        if (isEntered) event.preventDefault()
        setAsking(isEntered)
      }}
      onClose={onClose}
      // Where the browser knows it, a click beside a dialog in which nothing is entered closes it too.
      {...{ closedby: isForm ? 'closerequest' : 'any' }}
    >
      <LeaveContext value={leave}>{children}</LeaveContext>
      {isAsking && <Question onLeave={onClose} onStay={() => setAsking(false)} />}
    </dialog>
  )
}

/** Closes the dialog around it, as Escape does. */
export function LeaveButton() {
  return (
    <button type="button" className="button" onClick={use(LeaveContext)}>
      {useCommon().cancel}
    </button>
  )
}

function Question({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const t = useLeavingMessages()
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => stay.current?.focus(), [])
  return (
    <div className={styles['dialog-question']} role="alert">
      <p>{t.question}</p>
      <button type="button" className="button" onClick={onLeave}>
        {t.discard}
      </button>
      <button ref={stay} type="button" className="button primary" onClick={onStay}>
        {t.stay}
      </button>
    </div>
  )
}
