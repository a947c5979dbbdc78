import { applyMigrations } from './migrate'

await applyMigrations()
