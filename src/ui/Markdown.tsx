import type { ReactNode } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import './Markdown.css'

// Headings of a text stand below the section's own.
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  a: ({ href, children }: { href?: string | undefined; children?: ReactNode }) => (
    <a className="link" href={href} rel="noreferrer">
      {children}
    </a>
  ),
}

/** Markdown; raw HTML in it is shown as text and images are left out. */
export function Markdown({ lang, children }: { lang: string; children: string }) {
  return (
    <div className="markdown" lang={lang}>
      <ReactMarkdown components={components} disallowedElements={['img']}>
        {children}
      </ReactMarkdown>
    </div>
  )
}
