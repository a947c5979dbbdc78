import 'server-only'
import { textPath, uploadPath } from '@/lib/warehouse/paths'

/** Where the text of an upload is in UTF-8: its own file unless that was packed or written otherwise. */
export function sourcePath(dataDir: string, uploadId: string, textFile: string | null): string {
  return textFile === null ? uploadPath(dataDir, uploadId) : textPath(dataDir, textFile)
}
