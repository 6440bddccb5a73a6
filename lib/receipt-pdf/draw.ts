import path from 'node:path'
import { threadOf } from '@/lib/thread'
import type { ReceiptContent } from './content'

/** A receipt as PDF. They are drawn one at a time, beside the server; null when too many wait already. */
export const drawReceipt = threadOf<ReceiptContent>({
  script: () => path.join(process.cwd(), 'lib/receipt-pdf/worker.mjs'),
  mostAtOnce: 20,
})
