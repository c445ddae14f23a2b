import { isTimeZone, zonesFor, zonesOffered } from '../../domain/rollout/zone.ts'
import { once } from '../../domain/table/once.ts'
import { Combobox } from '../ui/forms/Combobox.tsx'
import { useChecked } from '../ui/forms/use-edited.ts'
import { useWindowMessages } from './messages.ts'
import styles from './ZoneField.module.css'

type Props = { value: string; onChange: (zone: string) => void }

const maxChoices = 10

/** They are many, and asked for only where a zone is typed. */
const offered = once((key: 'timeZone') => zonesOffered(Intl.supportedValuesOf(key)))

/** The zone of the windows: only one that the product can compute with changes the plan. */
export function ZoneField({ value, onChange }: Props) {
  const t = useWindowMessages()
  const [shown, edit, isFine] = useChecked(value, isTimeZone, onChange)
  const choices = shown === value && isFine ? [] : zonesFor(offered('timeZone'), shown).slice(0, maxChoices)
  return (
    <Combobox
      label={t.zone}
      className={styles['zone-field']}
      value={shown}
      choices={choices.map((zone) => ({ id: zone, label: zone }))}
      none=""
      error={isFine ? null : t.badZone}
      onType={edit}
      onChoose={({ id }) => edit(id)}
    />
  )
}
