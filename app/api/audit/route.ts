import { readAuditQuery } from '@/lib/accounts/audit-schema'
import { exportAudit } from '@/lib/accounts/audit-service'
import { findViewer } from '@/lib/server/access'
import { runRoute } from '@/lib/server/route'
import { AppError } from '@/lib/shared/errors'

/** The audit log as a CSV file, filtered as its page is. */
export function GET(request: Request): Promise<Response> {
  return runRoute(async () => {
    const viewer = await findViewer()
    if (!viewer) throw new AppError('notSignedIn')
    return exportAudit(viewer, readAuditQuery(Object.fromEntries(new URL(request.url).searchParams)))
  })
}
