import { z } from 'zod'

export const smallGroupSchema = z.object({ smallGroup: z.number().int().min(1).max(1000) })
