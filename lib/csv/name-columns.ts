/** Names for a file's columns that are all there and all different, for where they serve as names. */
export function nameColumns(headers: readonly string[]): string[] {
  const taken = new Set<string>()
  return headers.map((header, index) => {
    const plain = header.replace(/\s+/g, ' ').trim() || `Column ${index + 1}`
    let name = plain
    for (let count = 2; taken.has(name); count++) name = `${plain} (${count})`
    taken.add(name)
    return name
  })
}
