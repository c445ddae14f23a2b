import { useState } from 'react'

/** The calendar day on this device, ISO 8601, as it was when the component appeared. */
export const useToday = (): string => useState(() => new Date().toLocaleDateString('sv-SE'))[0]
