/** Names under which a machine reaches itself and nobody else does. */
export const isLoopback = (host: string): boolean =>
  /^localhost\.?$/.test(host) || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
