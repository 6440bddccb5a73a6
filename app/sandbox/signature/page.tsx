import type { Metadata } from 'next'
import { Shell } from '@/components/sandbox/shell'
import { SignatureForm, type SignatureWords } from '@/components/sandbox/signature-form'
import { env } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'
import { mistakes, type Mistake } from '@/lib/sandbox/netgiro/explain'
import { publishedKeys } from '@/lib/sandbox/netgiro/providers'
import { enterSandbox, sandboxLocale } from '../place'
import { shellWords } from '../shell-words'
import { explainSignature } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await sandboxLocale(), 'sandbox')('signature.title') }
}

// The documents' own example of InsertCart.
const example = {
  nonce: '39084373214935208',
  url: 'https://api.test.netgiro.is/v1/Checkout/InsertCart',
  body: '{"Amount":1000,"Reference":"991100-123","CustomerId":"8223281","ConfirmationType":1,"CallbackUrl":"www.example.com/callback-success/991100-123","CallbackCancelUrl":"www.example.com/callback-cancel/991100-123"}',
}

/** Explains a signature by the values one pastes. */
export default async function SignaturePage() {
  const locale = await enterSandbox()
  const t = words(locale, 'sandbox')
  return (
    <Shell words={shellWords(locale)} here="signature" title={t('signature.title')} lead={t('signature.lead')}>
      <SignatureForm
        action={explainSignature}
        words={signatureWords(locale)}
        example={{ ...example, secret: publishedKeys() ? env().netgiro.secretKey : '', received: '' }}
      />
    </Shell>
  )
}

function signatureWords(locale: Locale): SignatureWords {
  const t = words(locale, 'sandbox')
  const said = mistakes.map((mistake) => [mistake, t(`signature.mistake.${mistake}`)])
  return {
    secret: t('signature.secret'),
    secretNote: t('signature.secretNote'),
    nonce: t('signature.nonce'),
    url: t('signature.url'),
    body: t('signature.body'),
    bodyHint: t('signature.bodyHint'),
    received: t('signature.received'),
    receivedHint: t('signature.receivedHint'),
    optional: t('signature.optional'),
    show: t('signature.show'),
    showing: t('signature.showing'),
    joined: t('signature.joined'),
    bytes: locale === 'is' ? 'bæti' : 'bytes',
    hash: t('signature.hash'),
    fits: t('signature.fits'),
    differs: t('signature.differs'),
    unknown: t('signature.unknown'),
    missing: t('signature.missing'),
    mistake: Object.fromEntries(said) as Record<Mistake, string>,
  }
}
