import { readCustomerParam } from '@/components/customers/customer-path'
import { findCustomerId } from '@/lib/customers/service'
import { downloadRemovalFile } from '@/lib/privacy/erasure-service'
import { runRoute } from '@/lib/server/route'
import { AppError } from '@/lib/shared/errors'

/** What takes one person off lists that left, as a CSV file. */
export async function GET(_request: Request, { params }: { params: Promise<{ customerId: string }> }) {
  const address = readCustomerParam((await params).customerId)
  return runRoute(async (member) => {
    if (address === null) throw new AppError('notFound')
    return downloadRemovalFile(member, await findCustomerId(member, address))
  })
}
