import { Prose } from './Prose.tsx'
import type { SectionProps } from './section.ts'

export const Action = ({ bulletin: { action } }: SectionProps) => action && <Prose text={action} />

export const Analysis = ({ bulletin: { analysis } }: SectionProps) => analysis && <Prose text={analysis} />
