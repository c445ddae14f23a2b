/** Search parameters as plain words: `?severity=1,2&q=TCP`, which people can read, write and send on. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  )
  const text = new URLSearchParams(given).toString().replaceAll(/%(2C|3A|3B|40|2F)/g, decodeURIComponent)
  return text === '' ? '' : `?${text}`
}
