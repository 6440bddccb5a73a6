import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** The whole window on a phone and where it is embedded; on wide screens a phone one could take from the table. */
export function PhoneFrame({ label, time, embedded, children }: { label: string; time: string; embedded: boolean; children: ReactNode }) {
  return (
    <div
      className={cn(
        'phone phone-backdrop flex min-h-dvh flex-col text-(--card-ink)',
        !embedded &&
          'md:h-[min(52rem,calc(100dvh-7rem))] md:min-h-0 md:w-[25rem] md:flex-none md:overflow-hidden md:rounded-[3.25rem] md:border-[10px] md:border-[#101314] md:shadow-[0_0_0_2px_#3b4142,0_40px_80px_-24px_rgb(0_0_0/0.55)]',
      )}
    >
      <StatusBar time={time} embedded={embedded} />
      <section aria-label={label} className={cn('flex flex-1 flex-col', !embedded && 'md:overflow-y-auto md:overscroll-contain')}>
        {children}
      </section>
    </div>
  )
}

/** Decoration: a real phone below 768 px has one of its own. */
function StatusBar({ time, embedded }: { time: string; embedded: boolean }) {
  return (
    <div
      aria-hidden
      className={cn(
        'relative hidden flex-none items-center justify-between px-8 pt-3 pb-1 text-sm font-bold text-(--on-night)',
        !embedded && 'md:flex',
      )}
    >
      <span className="tabular-nums">{time}</span>
      <span className="absolute top-2.5 left-1/2 h-6 w-24 -translate-x-1/2 rounded-full bg-black" />
      <svg viewBox="0 0 44 14" className="h-3.5" fill="currentColor">
        <rect x="0" y="8" width="3" height="5" rx="1" />
        <rect x="5" y="5" width="3" height="8" rx="1" />
        <rect x="10" y="2" width="3" height="11" rx="1" />
        <rect x="19" y="1.5" width="21" height="11" rx="3" fill="none" stroke="currentColor" strokeWidth="1.2" opacity=".6" />
        <rect x="21" y="3.5" width="14" height="7" rx="1.5" />
        <rect x="41" y="5" width="2" height="4" rx="1" opacity=".6" />
      </svg>
    </div>
  )
}
