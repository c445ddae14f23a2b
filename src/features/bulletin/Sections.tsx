import { useMessages } from '../../i18n/messages.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Section, SectionProps } from './section.ts'

/** The given sections, each on its sheet. */
export function Sections({ sections, ...props }: SectionProps & { sections: readonly Section[] }) {
  const { t } = useMessages()
  return sections.map(({ id, title, note, Body }) => (
    <Panel key={id} id={id} title={title(t.bulletin)} note={note?.(props.bulletin, t.bulletin)}>
      <Body {...props} />
    </Panel>
  ))
}
