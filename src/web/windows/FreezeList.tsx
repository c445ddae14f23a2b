import { isFreeze } from '../../domain/rollout/inputs.ts'
import type { Freeze } from '../../domain/rollout/windows.ts'
import { useLanguage } from '../i18n/language.tsx'
import { freezePhrase } from '../i18n/windows.ts'
import { FromTo } from './FromTo.tsx'
import { useWindowMessages } from './messages.ts'
import { PhraseList } from './PhraseList.tsx'

type Props = {
  freezes: readonly Freeze[]
  /** The first day of the plan, on which a freeze starts out. */
  startsOn: string
  onChange: (freezes: Freeze[]) => void
}

/** The days on which nothing may change. */
export function FreezeList({ freezes, startsOn, onChange }: Props) {
  const t = useWindowMessages()
  const language = useLanguage()
  return (
    <PhraseList
      values={freezes}
      phrase={(freeze) => freezePhrase(freeze, language)}
      isGood={isFreeze}
      addLabel={t.addFreeze}
      fresh={() => ({ from: startsOn, to: startsOn })}
      onChange={onChange}
      fields={(freeze, isGood, edit) => (
        <FromTo type="date" value={freeze} isGood={isGood} onChange={(end) => edit({ ...freeze, ...end })} />
      )}
    />
  )
}
