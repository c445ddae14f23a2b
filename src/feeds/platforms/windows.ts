/** Reads the names of Windows. */
import { joined, NameReader, takeMachine, takeServicePack, type NameParts } from './name-reader.ts'

/** Family, version and variant of a Windows; null for the name of anything else. */
export function windows(name: string): NameParts | null {
  const reader = new NameReader(name.replace(/^Microsoft (?=Windows)/, ''))
  const isCore = reader.take(/\(Server Core installation\)/i) !== null && 'Server Core'
  const machine = takeMachine(reader)
  const pack = takeServicePack(reader)
  const server =
    /^Windows Server,? version (\w+)$/i.exec(reader.rest) ??
    /^(Windows Server \d{4}(?: R2)?)(?:, (\w+) Edition)?$/i.exec(reader.rest)
  if (server !== null) {
    const [, first = '', edition] = server
    const isNamedByVersion = !/^Windows/i.test(first)
    return {
      family: isNamedByVersion ? 'Windows Server' : first,
      version: joined([isNamedByVersion ? first.toUpperCase() : edition, pack]) ?? 'RTM',
      variant: joined([machine, isCore]),
      kind: 'server',
    }
  }
  const client = /^(Windows (?:10|11|7|8|8\.1|RT|RT 8\.1|Vista|XP))(?: version (\w+))?$/i.exec(reader.rest)
  if (client === null) return null
  const [, family = '', version] = client
  // The first Windows 10 goes by its name alone; its number is 1507.
  const first = family === 'Windows 10' ? '1507' : 'RTM'
  return { family, version: joined([version?.toUpperCase(), pack]) ?? first, variant: machine, kind: 'client' }
}

/** A Windows in short, as what runs on it names it: "Windows 10 1607 x64"; null for anything else. */
export function shortWindows(name: string): string | null {
  const parts = windows(name)
  return parts === null ? null : joined([parts.family, parts.version !== 'RTM' && parts.version, parts.variant])
}
