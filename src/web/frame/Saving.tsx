import { useEffect, useState, useSyncExternalStore } from 'react'
import { clsx } from 'clsx'
import { onPendingWrites, pendingWrites } from '../lib/pending-writes.ts'
import { useLiveMessages } from './live-messages.ts'
import { useAskBeforeUnload } from '../ui/use-ask-before-unload.ts'
import styles from './Saving.module.css'

/** A write that is answered sooner needs no words, in milliseconds. */
const soon = 1000

/** While a write has no answer: says so once it takes long, and has the browser ask before the page is left. */
export function Saving() {
  const t = useLiveMessages()
  const isUnderWay = useSyncExternalStore(onPendingWrites, pendingWrites, () => 0) > 0
  const [isLate, setLate] = useState(false)
  useAskBeforeUnload(isUnderWay)
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setTimeout(() => setLate(true), soon)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isUnderWay])
  if (!isLate) return null
  return (
    <p className={clsx('on-screen', styles['saving'])} role="status">
      {t.saving}
    </p>
  )
}
