/** The encodings that files are read in, by the names that iconv-lite and the web platform know. */
export const encodings = [
  ...(['utf-8', 'utf-16le', 'utf-16be'] as const),
  ...(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const),
  ...(['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254'] as const),
  ...(['windows-1255', 'windows-1256', 'windows-1257', 'windows-874'] as const),
  ...(['iso-8859-2', 'koi8-r', 'macintosh'] as const),
] as const
export type Encoding = (typeof encodings)[number]

/** What all the bytes of a file say of its encoding. */
export type EncodingVerdict = {
  name: Encoding
  /** bom: the file says so. ascii: nothing else in it. utf8: the bytes agree. bytes: the likeliest. */
  evidence: 'bom' | 'ascii' | 'utf8' | 'bytes'
  /** 0 to 1 */
  confidence: number
  /** the others that the file can be read in, likeliest first */
  alternatives: Encoding[]
  /** length of the byte-order mark */
  bomBytes: number
  /** valid UTF-8 but for this many bad sequences */
  badSequences: number
}
