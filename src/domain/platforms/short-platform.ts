/** A platform as people call it: "Windows 11 Version 24H2 for x64-based Systems" is "Windows 11 24H2 x64". */
export const shortPlatform = (label: string): string =>
  label
    .replace(/\bVersion (?=\S)/, '')
    .replace(/ for (\S+?)(?:-based)? Systems\b/, ' $1')
    .replace(/ \(Server Core installation\)/, ' Core')
