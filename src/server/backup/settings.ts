import * as z from 'zod'

/** Backups on a schedule: into which folder, how often, and how many are kept. */
export type BackupSettings = { folder: string; everyMinutes: number; keep: number }

const minutesOf = { m: 1, h: 60, d: 24 * 60 } as const
const [least, most] = [5, 31 * minutesOf.d]

/** The variables of the environment. */
export const backupVariables = {
  BACKUP_DIR: z.string().min(1, 'expected a folder, or no such variable').optional(),
  BACKUP_EVERY: z
    .string()
    .regex(/^\d{1,5}[mhd]$/, 'expected minutes, hours or days such as 30m, 24h or 7d')
    .default('24h')
    .transform((text) => {
      const unit = text.endsWith('d') ? 'd' : text.endsWith('h') ? 'h' : 'm'
      return Number(text.slice(0, -1)) * minutesOf[unit]
    })
    .refine((minutes) => minutes >= least && minutes <= most, 'expected 5m to 31d'),
  BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'expected how many backups are kept, 1 to 999')
    .default('14')
    .transform(Number),
}

type Variables = { BACKUP_DIR?: string | undefined; BACKUP_EVERY: number; BACKUP_KEEP: number }

/** What they say; null where no folder is set. */
export const backupSettingsIn = ({ BACKUP_DIR, BACKUP_EVERY, BACKUP_KEEP }: Variables): BackupSettings | null =>
  BACKUP_DIR === undefined ? null : { folder: BACKUP_DIR, everyMinutes: BACKUP_EVERY, keep: BACKUP_KEEP }
