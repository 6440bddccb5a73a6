import { cn } from '@/components/ui/cn'

type Choice = { readonly label: string; readonly href: string; readonly chosen: boolean }

/** Whose phone it is: everybody's, or one of those that got a push lately. */
export function NumberPicker({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="-mx-4 [scrollbar-width:none] overflow-x-auto px-4">
      <ul className="mx-auto flex w-max gap-2">
        {choices.map(({ label: text, href, chosen }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={chosen ? 'page' : undefined}
              className={cn(
                'flex min-h-11 items-center rounded-full px-4 text-sm font-semibold whitespace-nowrap tabular-nums no-underline',
                chosen ? 'bg-(--on-night) text-[#0a2530]' : 'bg-white/12 text-(--on-night) hover:bg-white/20',
              )}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
