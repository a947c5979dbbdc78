import { join } from 'node:path'

/** Where each kind of file lives under DATA_DIR; the parts are ids the product made. */
export const uploadPath = (dataDir: string, uploadId: string) => join(dataDir, 'uploads', `${uploadId}.csv`)
/** Uploads that are packed, or not in UTF-8, as UTF-8 text. */
export const textPath = (dataDir: string, file: string) => join(dataDir, 'texts', file)
export const rejectsPath = (dataDir: string, importId: string) => join(dataDir, 'rejects', `${importId}.csv`)
export const warehousePath = (dataDir: string, file: string) => join(dataDir, 'warehouse', file)

/** The folders that DuckDB reads and writes: neither the application's database nor its keys are in them. */
export const warehouseFolders = (dataDir: string) =>
  ['uploads', 'texts', 'warehouse', 'tmp'].map((folder) => join(dataDir, folder))
