import { useBulletinMessages } from './messages.ts'
import './SectionNav.css'

/** Links to the given sections of the page. */
export function SectionNav({ sections }: { sections: readonly { id: string; title: string }[] }) {
  const t = useBulletinMessages()
  return (
    <nav className="section-nav" aria-labelledby="section-nav-title">
      <h2 id="section-nav-title">{t.sections}</h2>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
