/** Names of today for those under which browsers list zones of old. */
const todaysNames: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** The zones to choose from, by their names of today, and UTC; of `supported`, as `Intl` lists them. */
export const zonesOffered = (supported: readonly string[]): string[] =>
  [
    ...new Set([
      'UTC',
      ...supported.map((zone) => {
        const name = todaysNames[zone]
        return name !== undefined && isTimeZone(name) ? name : zone
      }),
    ]),
  ].toSorted()

/** The zones that a text may mean: those of which the text, or a part after a slash, begins so. */
export function zonesFor(zones: readonly string[], text: string): string[] {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[_ ]+/g, ' ').trim()
  const wanted = plain(text)
  return zones.filter((zone) => [plain(zone), ...plain(zone).split('/')].some((part) => part.startsWith(wanted)))
}

/** What was found to be a zone last: a plan is read again and again. */
let known = 'UTC'

/**
 * Whether a text names a time zone that the whole product can compute with. `Intl` alone also takes abbreviations such
 * as `JST` and `PST`, which `Temporal` refuses; only what both take is one.
 */
export function isTimeZone(text: string): boolean {
  if (text === known) return true
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions()
    if (timeZone === '' || Temporal.Now.zonedDateTimeISO(text).timeZoneId === '') return false
  } catch {
    return false
  }
  known = text
  return true
}
