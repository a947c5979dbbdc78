const ending = /\.(csv|tsv|tab|txt|xlsx|gz|zip)$/i
const longest = 40

/**
 * What the customers of a file are called in front of the number of their line, when nothing in it tells them apart:
 * the file's name without folders, archives and endings, in letters, digits, - and _ alone, so that no one takes it
 * for an e-mail address or a phone number.
 */
export function rowPrefix(fileName: string): string {
  let name = fileName.split(' › ').at(-1)?.split(/[\\/]/).at(-1) ?? ''
  while (ending.test(name)) name = name.replace(ending, '')
  const letters = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/-{2,}/g, '-')
  const short = [...letters].slice(0, longest).join('')
  return short.replace(/^-+|-+$/g, '') || 'row'
}
