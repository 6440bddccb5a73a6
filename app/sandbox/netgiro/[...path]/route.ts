import { after } from 'next/server'
import { idle } from '@/lib/sandbox/netgiro/background'
import { handleSandbox } from '@/lib/sandbox/server'

/** The simulator's wire. A platform that stops the process after the answer still sends the callbacks it caused. */
async function handle(request: Request): Promise<Response> {
  const response = await handleSandbox(request)
  if (response.status !== 404) after(idle)
  return response
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }
