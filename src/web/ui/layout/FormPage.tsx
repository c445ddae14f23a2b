import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import panel from './Panel.module.css'
import styles from './FormPage.module.css'

/** A page that asks for one thing: a sheet in its middle. */
export function FormPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="content" className={styles['form-page']}>
      <title>{`${title} – HotFix Report`}</title>
      <section className={clsx('surface', panel['panel'], styles['sheet'])}>
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
