import type { ReactNode } from 'react'
import '../ui/layout/Panel.css'
import './FormPage.css'

/** A page that asks for one thing: a sheet in its middle. */
export function FormPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="content" className="form-page">
      <title>{`${title} – HotFix Report`}</title>
      <section className="panel">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
