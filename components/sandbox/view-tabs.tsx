import { cn } from '@/components/ui/cn'

type Tab = { readonly label: string; readonly href: string; readonly chosen: boolean }

/** What the phone shows: what is asked of it, or the code it holds up. */
export function ViewTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="grid auto-cols-fr grid-flow-col gap-1 rounded-2xl bg-black/25 p-1">
      {tabs.map((tab) => (
        <a
          key={tab.href}
          href={tab.href}
          aria-current={tab.chosen ? 'page' : undefined}
          className={cn(
            'grid min-h-11 place-items-center rounded-xl px-3 font-bold no-underline',
            tab.chosen ? 'bg-(--on-night) text-[#0a2530]' : 'text-(--on-night) hover:bg-white/10',
          )}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  )
}
