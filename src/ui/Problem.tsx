import type { ReactNode } from 'react'
import './Problem.css'

/** Stands where content would: what happened, and the ways on. */
export function Problem({ title, hint, urgent = false, children }: { title: string; hint?: string | undefined; urgent?: boolean; children?: ReactNode }) {
  return (
    <section className="problem" role={urgent ? 'alert' : undefined}>
      <h1>{title}</h1>
      {hint !== undefined && <p>{hint}</p>}
      {children !== undefined && <p className="ways">{children}</p>}
    </section>
  )
}
