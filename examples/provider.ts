// Netgíró's published test provider. Anyone can sign with it, so its signature proves nothing: your own keys belong in
// your server's environment, never in a file like this one.
import type { NetgiroConfig } from '../lib/gateways/netgiro/client'

const [phone = '8223281', baseUrl = 'http://localhost:3000/sandbox/netgiro/v1'] = process.argv.slice(2)

/** Who is asked to pay. 7700101 is a number of this shop's sandbox that accepts by itself. */
export const customerId = phone

export const provider: NetgiroConfig = {
  baseUrl,
  partnerUrl: baseUrl.replace(/\/v1$/, '/partner'),
  appKey: '881E674F-7891-4C20-AFD8-56FE2624C4B5',
  secretKey:
    'YCFd6hiA8lUjZejVcIf/LhRXO4wTDxY0JhOXvQZwnMSiNynSxmNIMjMf1HHwdV6cMN48NX3ZipA9q9hLPb9C1ZIzMH5dvELPAHceiu7LbZzmIAGeOf/OUaDrk2Zq2dbGacIAzU6yyk4KmOXRaSLi8KW8t3krdQSX7Ecm8Qunc/A=',
  responseSignature: 'verify-if-present',
}
