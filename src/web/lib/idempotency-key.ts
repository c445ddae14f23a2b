/**
 * A key for something that is sent, by which it is known when it is sent again. `crypto.randomUUID` would do, and is
 * there on HTTPS and on this machine only.
 */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
