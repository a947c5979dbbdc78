import { createOperatorLink } from '@/lib/accounts/password-link-service'
import { passwordLinkHours } from '@/lib/accounts/people-schema'
import { emailSchema } from '@/lib/accounts/schema'
import { getDatabase } from '@/lib/server/database'

// npm run password-link -- <e-mail>: for an owner whom no other owner can help. Ends with code 1 when there is no link.
const [, , text = ''] = process.argv
const email = emailSchema.safeParse(text).data
const database = email ? await getDatabase() : null
const token = database && email ? await createOperatorLink(database, email) : null
if (!email) console.error('Say whose: npm run password-link -- <e-mail>')
else if (token)
  console.log(`Works once, for ${passwordLinkHours} hours, on the server’s own address: /password/${token}`)
else console.error(`No member has the e-mail address ${email}.`)
await database?.$disconnect()
process.exitCode = token ? 0 : 1
