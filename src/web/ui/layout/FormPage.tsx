import { useEffect, useRef, type ReactNode } from 'react'
import { clsx } from 'clsx'
import panel from './Panel.module.css'
import styles from './FormPage.module.css'

/** A page that asks for one thing: a sheet in its middle. One begins to type at once. */
export function FormPage({ title, children }: { title: string; children: ReactNode }) {
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => sheet.current?.querySelector<HTMLElement>('input:not([hidden])')?.focus(), [])
  return (
    <main id="content" ref={sheet} className={styles['form-page']}>
      <title>{`${title} – HotFix Report`}</title>
      <section className={clsx('surface', panel['panel'], styles['sheet'])}>
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
