/** What `systeminfo` prints, in English and Japanese, of one machine or several one after the other. */
import { readArchitecture, readBuild, readKb, readWords } from './cells.ts'
import { gathering, type MachineDraft, type Gathering, type Inventory, type ReadingHow } from './gather.ts'

/** The labels that are read, in both languages. They are aligned by their width on the screen. */
const labels = {
  name: /^(?:Host Name|ホスト名)\s*:/,
  caption: /^OS (?:Name|名)\s*:/,
  version: /^OS (?:Version|バージョン)\s*:/,
  configuration: /^OS (?:Configuration|構成)\s*:/,
  type: /^(?:System Type|システムの種類)\s*:/,
  fixes: /^(?:Hotfix\(s\)|ホットフィックス(?:\(s\))?|修正プログラム)\s*:/,
} as const
type Label = keyof typeof labels

export const isSysteminfo = (text: string): boolean =>
  /^(?:Host Name|ホスト名)\s*:/m.test(text) && /^OS (?:Version|バージョン)\s*:/m.test(text)

/** What is on the lines of a machine, by label: the line, the text, and the list below it. */
export type PrintedSection = Partial<Record<Label, { line: number; text: string; items: string[] }>>

function sectionsOf(text: string): PrintedSection[] {
  const sections: PrintedSection[] = []
  let list: string[] | null = null
  for (const [at, content] of text.split('\n').entries()) {
    const item = /^\s+\[\d+\]\s*:\s*(.*)$/.exec(content)?.[1]
    if (item !== undefined) {
      list?.push(item.trim())
      continue
    }
    const found = Object.entries(labels).find(([, label]) => label.test(content))
    // Lines with an indent belong to what is above them.
    if (/^\S/.test(content)) list = null
    if (found === undefined) continue
    const label = found[0] as Label
    if (label === 'name') sections.push({})
    list = []
    const section = sections.at(-1)
    if (section !== undefined)
      section[label] = { line: at + 1, text: content.replace(labels[label], '').trim(), items: list }
  }
  return sections
}

const isController = (text: string) => /domain controller|ドメイン コントローラー?/i.test(text)

function takeFixes(
  gathered: Gathering,
  draft: MachineDraft,
  { line, text, items }: NonNullable<PrintedSection['fixes']>,
) {
  // Where Windows cannot tell, that is no list without fixes.
  if (/^(?:N\/A|該当なし)/i.test(text)) return
  const [, told] = /(\d+)/.exec(text.normalize('NFKC')) ?? []
  if (told === undefined || Number(told) !== items.length) return gathered.problem(line, 'fixes', text, draft)
  draft.report.fixes = []
  for (const item of items) {
    const kb = readKb((/^(?:KB|Q)?\d{4,8}/i.exec(item)?.[0] ?? '').replace(/^Q/i, 'KB'))
    if (kb === null) gathered.notice('no-kb')
    else gathered.add(draft, line, draft.report.fixes, { kb }, kb)
  }
}

/** The machines of these sections. */
export function readSections(sections: readonly PrintedSection[], how: ReadingHow): Inventory {
  const gathered = gathering('systeminfo', how)
  for (const { name, caption, version, configuration, type, fixes } of sections) {
    if (name === undefined) continue
    const { line } = name
    const isRepeated = gathered.known(name.text) !== null
    const draft = gathered.machine(line, name.text)
    if (draft === null) continue
    if (isRepeated) {
      gathered.problem(line, 'twice', name.text, draft)
      continue
    }
    const { report } = draft
    const build = readBuild(/^[\d.]+/.exec(version?.text ?? '')?.[0] ?? '')
    const pack = /Service Pack \d\w?/.exec(version?.text ?? '')?.[0] ?? ''
    const words = readWords(`${caption?.text ?? ''} ${pack}`)
    const architecture = readArchitecture(type?.text ?? '')
    if (words !== undefined) report.caption = words
    if (architecture !== null) report.architecture = architecture
    if (build === null) gathered.problem(version?.line ?? line, 'build', version?.text ?? '', draft)
    else report.build = build
    if (isController(configuration?.text ?? '')) report.roles = ['domain-controller']
    // It is the last but one that is printed: without it the text is cut off.
    if (fixes === undefined) gathered.problem(line, 'fixes', '', draft)
    else takeFixes(gathered, draft, fixes)
  }
  return gathered.finish()
}

export const readSysteminfo = (text: string, how: ReadingHow): Inventory => readSections(sectionsOf(text), how)
