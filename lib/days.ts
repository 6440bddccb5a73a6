// Days of Iceland's calendar, which keeps UTC the whole year: a day is from midnight to midnight UTC.

const dayMs = 86_400_000

/** The beginning of "2026-11-21"; undefined for what is no day. */
export function readDay(text: unknown): Date | undefined {
  if (typeof text !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(text)) return undefined
  const day = new Date(`${text}T00:00:00Z`)
  // The 31st of June would be the 1st of July.
  return !Number.isNaN(day.getTime()) && writeDay(day) === text ? day : undefined
}

export const writeDay = (date: Date): string => date.toISOString().slice(0, 10)

export const addDays = (day: Date, days: number): Date => new Date(day.getTime() + days * dayMs)

export const startOfDay = (date: Date): Date => new Date(Math.floor(date.getTime() / dayMs) * dayMs)
