/** Which browser it is, as far as it says so itself: the family and the system, nothing that would tell one machine from another. */

/** In order: most browsers also name those from which they come. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdgi?A?(OS)?\//i, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ (Mobile\/\w+ )?Safari\//, 'Safari'],
]

/** In order: a phone with Android also says Linux, and one with iOS that it is like a Mac. */
const systems: readonly [RegExp, string][] = [
  [/\bWindows NT\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

const firstOf = (patterns: readonly [RegExp, string][], text: string): string | null =>
  patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** As much of the header `User-Agent` as is looked at, in characters. */
const looked = 512

/** The families of browser and system by a `User-Agent`; null for what it does not say. */
export function browserFamily(userAgent: string | undefined): { browser: string | null; system: string | null } {
  const text = (userAgent ?? '').slice(0, looked)
  return { browser: firstOf(browsers, text), system: firstOf(systems, text) }
}
