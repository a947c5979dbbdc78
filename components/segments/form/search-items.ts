const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose words hold every word searched for, whatever the case, accents or order; all of them for an empty search. */
export function searchItems<Item>(
  items: readonly Item[],
  search: string,
  words: (item: Item) => string,
): Item[] {
  const wanted = fold(search).split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const text = fold(words(item))
    return wanted.every((word) => text.includes(word))
  })
}
