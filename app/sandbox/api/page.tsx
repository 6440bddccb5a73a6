import type { Metadata } from 'next'
import { ApiOperation } from '@/components/sandbox/api-operation'
import { Shell } from '@/components/sandbox/shell'
import { TryForm } from '@/components/sandbox/try-form'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { enterSandbox, sandboxLocale } from '../place'
import { shellWords } from '../shell-words'
import { tryOperation } from './actions'
import { operationViews } from './view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await sandboxLocale(), 'sandbox')('api.title') }
}

/** What can be called here, member by member and code by code, to read and to try. */
export default async function ApiPage() {
  const locale = await enterSandbox()
  const t = words(locale, 'sandbox')
  const operations = operationViews(locale)
  const operationWords = {
    members: t('api.membersTitle'),
    required: t('api.required'),
    answer: t('api.answer'),
    codes: t('api.codesTitle'),
    example: t('api.example'),
  }
  const tryWords = {
    title: t('api.try'),
    members: t('api.body'),
    send: t('api.send'),
    sending: t('api.sending'),
    notJson: t('api.notJson'),
    sent: t('api.sent'),
    answered: t('api.answered'),
    cut: t('api.cut'),
  }
  return (
    <Shell words={shellWords(locale)} here="api" title={t('api.title')} lead={t('api.lead')}>
      <div className="grid gap-8 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-14">
        <nav aria-label={t('api.contents')} className="lg:sticky lg:top-8 lg:self-start">
          <ul className="flex flex-wrap gap-x-4 lg:grid">
            {operations.map(({ id }) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-flex min-h-11 items-center font-medium text-muted no-underline hover:text-ink">
                  {id}
                </a>
              </li>
            ))}
          </ul>
          <p className="mt-2">
            <a href="/sandbox/netgiro/openapi.json" className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
              openapi.json
            </a>
          </p>
          <p className="mt-2 text-sm break-all text-muted">{env().appUrl}/sandbox/netgiro</p>
        </nav>
        <div className="grid gap-8">
          {operations.map((operation) => (
            <ApiOperation key={operation.id} operation={operation} words={operationWords}>
              <TryForm operation={operation.id} example={operation.example} words={tryWords} action={tryOperation} />
            </ApiOperation>
          ))}
        </div>
      </div>
    </Shell>
  )
}
