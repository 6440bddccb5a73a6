import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { authenticate } from '@/lib/auth/authenticate'
import { clientAddress } from '@/lib/auth/client-address'
import { credentialsShape } from '@/lib/auth/credentials'
import { safeNextPath } from '@/lib/auth/next-path'
import { newClaims, rememberEnd, sessionCookie, sessionFrom, sessionSeconds } from '@/lib/auth/session'
import { staffOf } from '@/lib/auth/staff'
import { env, tellNextAuthItsAddress } from '@/lib/env'
import { log } from '@/lib/log'

const memberShape = z.object({ id: z.string(), sessionVersion: z.number() })

/** next-auth's options. Made at the first request: the build has no environment. */
export function authOptions(): NextAuthOptions {
  tellNextAuthItsAddress()
  return {
    secret: env().nextAuthSecret,
    useSecureCookies: env().appUrl.startsWith('https:'),
    logger: {
      error: (code) => log.error({ code }, 'next-auth'),
      warn: (code) => log.warn({ code }, 'next-auth'),
      debug: () => {},
    },
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    jwt: { maxAge: sessionSeconds },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/admin/sign-in', error: '/admin/sign-in', signOut: '/admin' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(given, request) {
          const parsed = credentialsShape.safeParse(given)
          if (!parsed.success) return null
          const forwardedFor = new Headers(request.headers).get('x-forwarded-for')
          const answer = await authenticate({ ...parsed.data, address: clientAddress(forwardedFor, env().trustedProxyHops) })
          return answer.kind === 'in' ? answer.user : null
        },
      }),
    ],
    callbacks: {
      // Only at the sign-in is there a user; from then on the claims stay as they are.
      jwt({ token, user }) {
        const member = memberShape.safeParse(user)
        return member.success ? newClaims(member.data) : token
      },
      async session({ session, token }) {
        const own = sessionFrom(token)
        const staff = own && (await staffOf(own))
        return { expires: session.expires, user: staff ? { name: staff.name } : undefined }
      },
      redirect({ url }) {
        const { appUrl } = env()
        const path = url.startsWith(`${appUrl}/`) ? url.slice(appUrl.length) : url
        return appUrl + safeNextPath(path)
      },
    },
    events: {
      async signOut({ token }) {
        const own = sessionFrom(token)
        if (own) await rememberEnd(own)
      },
    },
  }
}
