import { readCustomerParam } from '@/components/customers/customer-path'
import { findCustomerId } from '@/lib/customers/service'
import { downloadHeld } from '@/lib/privacy/access-service'
import { runRoute } from '@/lib/server/route'
import { AppError } from '@/lib/shared/errors'

/** Everything held on one person as JSON. */
export async function GET(_request: Request, { params }: { params: Promise<{ customerId: string }> }) {
  const address = readCustomerParam((await params).customerId)
  return runRoute(async (member) => {
    if (address === null) throw new AppError('notFound')
    return downloadHeld(member, await findCustomerId(member, address))
  })
}
