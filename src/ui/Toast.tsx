import type { ReactNode } from 'react'
import './Toast.css'

type Props = {
  /** `alert` where something went wrong. */
  role: 'status' | 'alert'
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/** What has just happened, said once at the foot of the page; it stays until it is closed or something else happens. */
export function Toast({ role, closeLabel, onClose, children }: Props) {
  return (
    <div className="toast" role={role}>
      {children}
      <button type="button" aria-label={closeLabel} className="close" onClick={onClose}>
        ×
      </button>
    </div>
  )
}
