import { openDatabase } from './database'
import { readEnv } from './env'
import { countUp } from './sqlite.counter.fixture'

await countUp(await openDatabase(readEnv()), 40)
