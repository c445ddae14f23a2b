import { useMessages } from '../../i18n/messages.ts'
import type { Section } from './section.ts'
import './SectionNav.css'

/** Links to the given sections of the page. */
export function SectionNav({ sections }: { sections: readonly Section[] }) {
  const { t } = useMessages()
  return (
    <nav className="section-nav" aria-labelledby="section-nav-title">
      <h2 id="section-nav-title">{t.bulletin.sections}</h2>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title(t.bulletin)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
