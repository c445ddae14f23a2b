import type { ReactNode } from 'react'

/** Says why something could not be done. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="hot">
      {children}
    </p>
  )
}
