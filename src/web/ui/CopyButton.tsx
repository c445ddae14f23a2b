import { useState } from 'react'
import { clsx } from 'clsx'
import styles from './CopyButton.module.css'

type Props = {
  text: string | (() => string | Promise<string>)
  label: string
  done: string
  failed: string
  isPrimary?: boolean
  className?: string | undefined
}

/** Puts a text on the clipboard and says whether that worked; where there is no clipboard (plain http) it says so too. */
export function CopyButton({ text, label, done, failed, isPrimary = false, className }: Props) {
  const [outcome, setOutcome] = useState('')
  const copy = async () => {
    setOutcome('')
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text())
      setOutcome(done)
    } catch {
      setOutcome(failed)
    }
  }
  return (
    <span className={clsx('on-screen', 'muted', styles['copy-button'], className)}>
      <button type="button" className={isPrimary ? 'button primary' : 'button'} onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{outcome}</span>
    </span>
  )
}
