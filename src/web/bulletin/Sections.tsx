import type { Bulletin } from '../../contract/bulletin.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useBulletinMessages } from './messages.ts'
import type { Section } from './section.ts'

type Props = { of: readonly Section[]; bulletin: Bulletin }

/** The given sections, as far as the bulletin has something to say in them: a panel each. */
export function Sections({ of: sections, bulletin }: Props) {
  const t = useBulletinMessages()
  const language = useLanguage()
  return sections
    .filter(({ isPresent }) => isPresent(bulletin))
    .map(({ id, title, note, Body }) => (
      <Panel key={id} id={id} title={title(t)} note={note?.(bulletin, t, language)}>
        <Body bulletin={bulletin} />
      </Panel>
    ))
}
