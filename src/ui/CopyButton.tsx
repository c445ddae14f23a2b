import { useState } from 'react'
import './CopyButton.css'

type Props = { text: string | (() => string); label: string; done: string; failed: string }

/** Puts a text on the clipboard and says whether that worked; where there is no clipboard (plain http) it says so too. */
export function CopyButton({ text, label, done, failed }: Props) {
  const [outcome, setOutcome] = useState('')
  const copy = async () => {
    setOutcome('')
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text())
      setOutcome(done)
    } catch {
      setOutcome(failed)
    }
  }
  return (
    <span className="copy-button">
      <button type="button" className="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{outcome}</span>
    </span>
  )
}
