import { useBulletinMessages } from './messages.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import type { Section, SectionProps } from './section.ts'

/** The given sections, each on its sheet. */
export function Sections({ sections, ...props }: SectionProps & { sections: readonly Section[] }) {
  const t = useBulletinMessages()
  return sections.map(({ id, title, note, Body }) => (
    <Panel key={id} id={id} title={title(t)} note={note?.(props.bulletin, t)}>
      <Body {...props} />
    </Panel>
  ))
}
