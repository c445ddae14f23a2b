import type { ReactNode } from 'react'
import ReactMarkdown, { type Components, type Options } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { tablesAndStruckOut } from './published-markdown.ts'
import styles from './Markdown.module.css'

// Headings of a text are a level below the section's own.
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  a: ({ href, children }: { href?: string | undefined; children?: ReactNode }) => (
    <a className="link" href={href} rel="noreferrer">
      {children}
    </a>
  ),
}

/** What people write to each other: an address is a link, and tables are known. One tilde is none but a tilde. */
const typed = [[remarkGfm, { singleTilde: false }]] satisfies Options['remarkPlugins']

const published = [tablesAndStruckOut] satisfies Options['remarkPlugins']

type Props = {
  lang: string
  /** Whether people have typed it here. */
  isTyped?: boolean
  children: string
}

/** Markdown; raw HTML in it is shown as text and images are left out. */
export function Markdown({ lang, isTyped = false, children }: Props) {
  return (
    <div className={styles['markdown']} lang={lang}>
      <ReactMarkdown components={components} disallowedElements={['img']} remarkPlugins={isTyped ? typed : published}>
        {children}
      </ReactMarkdown>
    </div>
  )
}
