import { attributeKey } from '@/lib/csv/personal-columns'
import { runRoute } from '@/lib/server/route'
import { getColumnSummary } from '@/lib/tables/service'

type Params = { params: Promise<{ table: string; column: string }> }

export async function GET(request: Request, { params }: Params) {
  const { table, column } = await params
  const attribute = new URL(request.url).searchParams.get('attribute')
  const key = column === 'attributes' && attribute !== null ? attributeKey(attribute) : column
  return runRoute((member) => getColumnSummary(member, table, key))
}
