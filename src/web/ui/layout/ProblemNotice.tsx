import type { ReactNode } from 'react'
import styles from './ProblemNotice.module.css'

type Props = {
  title: string
  hint?: string
  /** `page`: it is all there is on the page, and read out at once; `part`: a part of a page that has a heading of its own. */
  of: 'page' | 'part'
  /** The ways on. */
  children?: ReactNode
}

/** Shown in place of content: what happened, and the ways on. */
export function ProblemNotice({ title, hint, of, children }: Props) {
  const Heading = of === 'page' ? 'h1' : 'h2'
  return (
    <section className={styles['problem']} role={of === 'page' ? 'alert' : undefined}>
      {of === 'page' && <title>{`${title.replace(/[.。]$/, '')} – HotFix Report`}</title>}
      <Heading>{title}</Heading>
      {hint !== undefined && <p>{hint}</p>}
      {children !== undefined && <p className={styles['ways']}>{children}</p>}
    </section>
  )
}
