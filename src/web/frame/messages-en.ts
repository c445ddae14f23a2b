import type { FrameMessages } from './messages.ts'

export const frameMessagesEn: FrameMessages = {
  productTagline: 'Should we deploy, when, and did it work',
  skipToContent: 'Skip to content',
  mainPages: 'Main pages',
  menu: 'Menu',
  search: { label: 'Search', placeholder: 'KB, CVE, name' },
  language: { label: 'Language' },
  theme: { label: 'Colours', light: 'Light', system: 'Auto', dark: 'Dark' },
  pageFault: 'Something went wrong while showing this page.',
  withoutAddress: 'Open without its settings',
  toAlerts: 'To the list of alerts',
  noSuchPage: 'There is no page at this address.',
}
