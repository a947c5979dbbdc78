import { existsSync } from 'node:fs'
import { createOperatorLink } from '@/lib/accounts/password-link'
import { passwordLinkHours } from '@/lib/accounts/people-schema'
import { emailSchema } from '@/lib/accounts/schema'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'

// npm run password-link -- <e-mail>: for an owner whom no other owner can help. Ends with code 1 when there is no link.
async function makeLink(email: string): Promise<boolean> {
  const database = await getDatabase()
  const token = await createOperatorLink(database, email)
  await database.$disconnect()
  if (token)
    console.log(
      `Works once, for ${passwordLinkHours} hours, behind the server’s own address: /password/${token}`,
    )
  else console.error(`No member has the e-mail address ${email}.`)
  return token !== null
}

const [, , text = ''] = process.argv
const email = emailSchema.safeParse(text).data
const { dataDir } = readEnv()
if (!email) console.error('Say whose: npm run password-link -- <e-mail>')
else if (!existsSync(dataDir))
  console.error(`There is no installation in ${dataDir}: set DATA_DIR as for npm start.`)
process.exitCode = email && existsSync(dataDir) && (await makeLink(email)) ? 0 : 1
