'use client'

import { usePathname } from 'next/navigation'

type LanguageLinkProps = { to: string; label: string; title: string }

/** The same page in the other language. The choice is remembered for `/` and for pages without a language in their address. */
export function LanguageLink({ to, label, title }: LanguageLinkProps) {
  const path = usePathname()
  return (
    <a
      href={`/${to}${path.replace(/^\/[^/]*/, '')}`}
      hrefLang={to}
      lang={to}
      title={title}
      className="bar-link max-sm:px-2 sm:text-sm"
      onClick={(event) => {
        document.cookie = `locale=${to}; path=/; max-age=31536000; samesite=lax`
        event.currentTarget.search = window.location.search
      }}
    >
      {label}
    </a>
  )
}
