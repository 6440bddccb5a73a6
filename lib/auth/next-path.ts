const home = '/admin'

/** Where to go after the sign-in: a path of the admin, or its front page. Anything that could leave the shop is dropped. */
export function safeNextPath(given: unknown): string {
  if (typeof given !== 'string' || !/^\/admin(?:[/?]|$)/.test(given) || /[\\\s\u0000-\u001f]/.test(given)) return home
  const url = new URL(given, 'http://here.invalid')
  const isAdmin = url.origin === 'http://here.invalid' && /^\/admin(?:\/|$)/.test(url.pathname)
  return isAdmin && !url.pathname.startsWith('/admin/sign-in') ? url.pathname + url.search : home
}

export const signInPath = (next: string): string => `/admin/sign-in?next=${encodeURIComponent(safeNextPath(next))}`
