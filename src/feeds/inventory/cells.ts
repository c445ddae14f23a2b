/** What single cells of an inventory say, in the words of a report; null for what none of them is. */
import { machineName } from '../../contract/limits.ts'
import type { MachineReport } from '../../domain/machines/report.ts'

/** The name of a machine as it is kept: nothing in it that is not shown. */
export function readMachineName(cell: string): string | null {
  const name = cell.normalize('NFC').trim().replace(/^\\\\/, '')
  if (name === '' || name.length > machineName.maxLength) return null
  return /[\p{C}\s\\/:*?"<>|@]/u.test(name) ? null : name
}

/** `KB5060842` for `5060842`, `KB5060842` and `kb 5060842`. */
export function readKb(cell: string): string | null {
  const [, number] = /^(?:KB ?)?(\d{4,8})$/i.exec(cell.normalize('NFKC').trim()) ?? []
  return number === undefined ? null : `KB${number}`
}

/** The KB in the title of an update; of several the last, which titles have in brackets at their end. */
export function kbInTitle(title: string): string | null {
  const number = [...title.normalize('NFKC').matchAll(/(?<![A-Za-z\d])KB ?(\d{4,8})(?!\d)/gi)].at(-1)?.[1]
  return number === undefined ? null : `KB${number}`
}

/** `10.0.26100.4349` for itself and for `26100.4349`; the zeros of a revision that is not known are none. */
export function readBuild(cell: string): string | null {
  const text = cell.normalize('NFKC').trim()
  const full = /^\d{5}(?:\.\d{1,6})?$/.test(text) ? `10.0.${text}` : text
  if (!/^\d{1,2}\.\d{1,2}\.\d{3,6}(?:\.\d{1,6})?$/.test(full)) return null
  return full.replace(/^(\d+\.\d+\.\d+)\.0+$/, '$1')
}

/** The processor or the kind of system, in any language of Windows. */
export function readArchitecture(cell: string): MachineReport['architecture'] | null {
  const text = cell.normalize('NFKC')
  if (/arm ?64|aarch64/i.test(text)) return 'arm64'
  if (/ia64|itanium/i.test(text)) return 'itanium'
  if (/x64|amd64|x86[-_]64/i.test(text)) return 'x64'
  if (/(?<!\d)64 ?-?(?:ビット|bit)/i.test(text)) return 'x64'
  if (/x86|i[36]86|(?<!\d)32 ?-?(?:ビット|bit)/i.test(text)) return '32-bit'
  return null
}

/** A result code of Windows, which tools write as a signed number, in hexadecimal or not at all. Zero is no code. */
export function readCode(cell: string): string | null | undefined {
  const text = cell.normalize('NFKC').replace(/^[−–]/, '-').trim()
  if (text === '' || /^(?:0x)?0+$/i.test(text)) return undefined
  const number = /^-?\d{1,10}$/.test(text) || /^0x[\da-f]{1,8}$/i.test(text) ? Number(text) : Number.NaN
  if (!(number >= -(2 ** 31) && number < 2 ** 32)) return null
  return `0x${(number >>> 0).toString(16).toUpperCase().padStart(8, '0')}`
}

/** A text without what is not shown, at most as long; undefined where nothing is left. */
export function readWords(cell: string | null | undefined, longest = 200): string | undefined {
  const text = (cell ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .trim()
  return text === '' ? undefined : text
}
