import { describe, expect, it } from 'vitest'
import { chooseLocale, readAcceptLanguage } from './choose-locale'

describe('readAcceptLanguage', () => {
  it('takes the best language the interface speaks', () => {
    expect(readAcceptLanguage('zh-TW,zh;q=0.9,en;q=0.8')).toBe('zh-CN')
    expect(readAcceptLanguage('de-DE,de;q=0.9,en-US;q=0.8,zh;q=0.1')).toBe('en')
    expect(readAcceptLanguage('en;q=0.2, zh-Hans;q=0.9')).toBe('zh-CN')
    expect(readAcceptLanguage('zh;q=0, en')).toBe('en')
    expect(readAcceptLanguage('de')).toBeUndefined()
    expect(readAcceptLanguage(null)).toBeUndefined()
  })
})

describe('chooseLocale', () => {
  it('prefers the choice, then the workspace, then the browser, then English', () => {
    expect(chooseLocale('en', 'zh-CN', 'zh')).toBe('en')
    expect(chooseLocale(undefined, 'zh-CN', 'en')).toBe('zh-CN')
    expect(chooseLocale('fr', undefined, 'zh')).toBe('zh-CN')
    expect(chooseLocale()).toBe('en')
  })
})
