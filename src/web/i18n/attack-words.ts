/** How a vulnerability is attacked, in the words of people: what its CVSS vector says. */
import type { VectorReading } from '../../contract/vulnerability-record.ts'
import { messagesHook } from './language.tsx'

type Read<Fact extends keyof VectorReading> = Extract<VectorReading[Fact], string>

type AttackWords = {
  from: Record<Read<'from'>, string>
  privileges: Record<Read<'privileges'>, string>
  interaction: Record<Read<'interaction'>, string>
  scope: { changed: string; unchanged: string | null }
  complex: string
}

const sentences: Record<'ja' | 'en', AttackWords> = {
  ja: {
    from: {
      network: 'ネットワーク越しに攻撃できる',
      adjacent: '隣接するネットワークから攻撃できる',
      local: 'そのコンピューター上から攻撃する',
      physical: '機器に触れる必要がある',
    },
    privileges: { none: '権限は不要', low: '一般の権限が必要', high: '管理者権限が必要' },
    interaction: {
      none: '利用者の操作は不要',
      passive: '利用者が普段どおり使うだけで成立する',
      active: '利用者がクリックなどの操作をする必要がある',
      required: '利用者の操作が必要',
    },
    scope: { changed: '影響はほかの部分にも及ぶ', unchanged: '影響は脆弱な部分にとどまる' },
    complex: '攻撃には特別な条件が要る',
  },
  en: {
    from: {
      network: 'over the network',
      adjacent: 'from an adjacent network',
      local: 'from the computer itself',
      physical: 'by touching the device',
    },
    privileges: {
      none: 'no privileges',
      low: 'with the rights of a user',
      high: 'with the rights of an administrator',
    },
    interaction: {
      none: 'nobody has to do anything',
      passive: 'a person only has to use it as usual',
      active: 'a person has to click or open something',
      required: 'a person has to act',
    },
    scope: { changed: 'reaches beyond the flawed part', unchanged: 'stays within the flawed part' },
    complex: 'needs special conditions',
  },
}

/** For a cell of a table. */
const inShort: Record<'ja' | 'en', AttackWords> = {
  ja: {
    from: { network: 'ネット越し', adjacent: '隣接ネットから', local: '端末の中から', physical: '機器に触れて' },
    privileges: { none: '権限なし', low: '一般権限', high: '管理者権限' },
    interaction: { none: '操作なし', passive: '普段の操作だけ', active: 'クリック要', required: '操作要' },
    scope: { changed: 'ほかの部分にも及ぶ', unchanged: null },
    complex: '成立しにくい',
  },
  en: {
    from: { network: 'network', adjacent: 'adjacent network', local: 'local', physical: 'physical' },
    privileges: { none: 'no privileges', low: 'user rights', high: 'admin rights' },
    interaction: { none: 'no click', passive: 'usual use', active: 'needs a click', required: 'needs a user' },
    scope: { changed: 'scope changes', unchanged: null },
    complex: 'hard to do',
  },
}

/** From where, with what rights, with whose help, how far it reaches, and whether it is difficult; what is not said is left out. */
const partsOf = (
  { from, privileges, interaction, changesScope, complexity }: VectorReading,
  words: AttackWords,
): string[] =>
  [
    from && words.from[from],
    privileges && words.privileges[privileges],
    interaction && words.interaction[interaction],
    changesScope === undefined ? null : words.scope[changesScope ? 'changed' : 'unchanged'],
    complexity === 'high' ? words.complex : null,
  ].filter((part) => typeof part === 'string')

const useSentences = messagesHook(sentences)
const useInShort = messagesHook(inShort)
const useComma = messagesHook({ ja: '、', en: ', ' })

/** Says a reading in words: at length, or for a cell. */
export function useAttackText(length: 'long' | 'short'): (reading: VectorReading) => string {
  const long = useSentences()
  const short = useInShort()
  const comma = useComma()
  return (reading) => partsOf(reading, length === 'long' ? long : short).join(comma)
}
