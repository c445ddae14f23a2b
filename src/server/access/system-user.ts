import { userInfo } from 'node:os'

/** The name of who runs this in the operating system, which has none for the numbers that containers make up. */
export function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return 'local'
  }
}
