import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { invite, listInvitations } from '@/lib/accounts/invitation-service'
import { inviteSchema } from '@/lib/accounts/people-schema'
import { nameSchema, workspaceSchema } from '@/lib/accounts/schema'
import { changeName, saveWorkspace } from '@/lib/accounts/service'
import { createTokenSchema } from '@/lib/accounts/token-schema'
import { createToken, listTokens } from '@/lib/accounts/token-service'
import { readPurpose } from '@/lib/privacy/export-schema'
import { createRecommender, listRecommenders } from '@/lib/recommendations/service'
import { createRecommenderSchema } from '@/lib/recommendations/settings-schema'
import { defaultWeights } from '@/lib/recommending/weights'
import { everybody } from '@/lib/rules/normalise-rule'
import { parseRule } from '@/lib/rules/parse-rule'
import { printRule } from '@/lib/rules/print-rule'
import type { Rule } from '@/lib/rules/rule'
import { exportRequestSchema } from '@/lib/segments/export-schema'
import { prepareExport } from '@/lib/segments/export-service'
import { renameSegmentSchema, savePersonaSchema } from '@/lib/segments/schema'
import {
  createSegmentation,
  getSegmentation,
  listSegmentations,
  renameSegment,
  savePersona,
} from '@/lib/segments/service'
import { createSegmentationSchema } from '@/lib/segments/settings-schema'
import { isStorable } from '@/lib/shared/storable'
import { testProviders } from '@/lib/tooling/test-databases'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { naughtyStrings } from './naughty-strings.fixture'

const asOf = '2024-01-02'
const parties = 11
let party = 0

/** The strings of the next field: each string is some field's, and what is worst is every field's. */
function nextStrings(): string[] {
  const own = party++ % parties
  const worst = naughtyStrings.slice(-30, -10)
  return [...new Set([...naughtyStrings.filter((_, index) => index % parties === own), ...worst])]
}

/** What a form's schema makes of each string, where it takes it at all: nothing but the blanks around it may go. */
function parseAll<S extends z.ZodType>(
  schema: S,
  build: (text: string) => z.input<S>,
  get: (value: z.output<S>) => string,
) {
  const taken = nextStrings().flatMap((text) => {
    const { success, data } = schema.safeParse(build(text))
    if (!success) return []
    expect(get(data)).toBe(text.trim())
    expect(isStorable(data)).toBe(true)
    return [{ text: get(data), value: data }]
  })
  expect(taken.length).toBeGreaterThan(30)
  return taken
}
const textsOf = (taken: readonly { text: string }[]) => taken.map(({ text }) => text).sort()

describe.each(testProviders)('naughty strings in text fields, on %s', (provider) => {
  let test: TestWorkspace
  let segmentationId: string
  let segmentId: string
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
    await test.importText(`order_id,customer_id,order_date,amount\nO1,C1,${asOf},5\n`)
    const settings = { kind: 'rule' as const, name: 'Everybody', asOf, rule: everybody }
    segmentationId = (await createSegmentation(test.owner, settings)).segmentationId
    expect((await test.runJob()).error).toBeNull()
    segmentId = (await readSegment()).id
  })
  afterAll(() => test.close())

  async function readSegment() {
    const view = await getSegmentation(test.owner, segmentationId)
    if (view.state !== 'completed') throw new Error(`The segmentation is ${view.state}`)
    return view.segments[0]!
  }

  it('the brand’s name and a person’s own', async () => {
    const brand = { currency: 'EUR', timeZone: 'UTC', language: 'en' } as const
    for (const { text, value } of parseAll(
      workspaceSchema,
      (name) => ({ ...brand, name }),
      ({ name }) => name,
    )) {
      await saveWorkspace(test.owner, value)
      const { name } = await test.database.workspace.findUniqueOrThrow({
        where: { id: test.owner.workspaceId },
      })
      expect(name).toBe(text)
    }
    for (const { text, value } of parseAll(
      nameSchema,
      (name) => name,
      (name) => name,
    )) {
      await changeName(test.owner, value)
      const { name } = await test.database.user.findUniqueOrThrow({ where: { id: test.owner.userId } })
      expect(name).toBe(text)
    }
  })

  it('labels of invitations and tokens', async () => {
    const links = parseAll(
      inviteSchema,
      (label) => ({ label, role: 'viewer' as const }),
      ({ label }) => label,
    )
    for (const { value } of links) await invite(test.owner, value)
    expect((await listInvitations(test.owner)).map(({ label }) => label).sort()).toEqual(textsOf(links))
    const tokens = parseAll(
      createTokenSchema,
      (name) => ({ name }),
      ({ name }) => name,
    )
    for (const { value } of tokens) await createToken(test.owner, value.name)
    expect((await listTokens(test.owner)).map(({ name }) => name).sort()).toEqual(textsOf(tokens))
  })

  it('names of segmentations and recommenders', async () => {
    const rule = { kind: 'rule' as const, asOf, rule: everybody }
    const runs = parseAll(
      createSegmentationSchema,
      (name) => ({ ...rule, name }),
      ({ name }) => name,
    )
    for (const { value } of runs) await createSegmentation(test.owner, value)
    const names = (await listSegmentations(test.owner)).map(({ name }) => name)
    expect(names.sort()).toEqual([...textsOf(runs), 'Everybody'].sort())
    const settings = {
      asOf,
      strategy: 'auto' as const,
      weights: defaultWeights,
      rules: {},
    }
    const trained = parseAll(
      createRecommenderSchema,
      (name) => ({ ...settings, name }),
      ({ name }) => name,
    )
    for (const { value } of trained) await createRecommender(test.owner, value)
    expect((await listRecommenders(test.owner)).map(({ name }) => name).sort()).toEqual(textsOf(trained))
  })

  it('a segment’s name and persona', async () => {
    for (const { text, value } of parseAll(
      renameSegmentSchema,
      (name) => ({ segmentId, name }),
      ({ name }) => name,
    )) {
      await renameSegment(test.owner, segmentId, value.name)
      if (text !== '') expect((await readSegment()).name).toBe(text)
    }
    const personas = parseAll(
      savePersonaSchema,
      (text) => ({ segmentId, persona: { summary: text, actions: [`1 ${text}`] } }),
      ({ persona }) => persona.summary,
    )
    for (const { value } of personas) {
      await savePersona(test.owner, segmentId, value.persona)
      expect((await readSegment()).persona).toEqual(value.persona)
    }
  })

  it('values of a rule, as they are stored and as they are written', async () => {
    const ruleOf = (text: string): Rule => ({ type: 'field', field: 'city', operator: 'is', values: [text] })
    const schema = createSegmentationSchema
    for (const text of naughtyStrings) expect(parseRule(printRule(ruleOf(text)))).toEqual(ruleOf(text))
    const rules = nextStrings().map((text) =>
      schema.parse({ kind: 'rule', name: 'Rule', asOf, rule: ruleOf(text) }),
    )
    for (const settings of rules) {
      const { segmentationId: id } = await createSegmentation(test.owner, settings)
      const stored = await test.database.segmentation.findUniqueOrThrow({ where: { id } })
      expect(stored.settings).toEqual(settings)
    }
  })

  it('the name and purpose of an export', async () => {
    const request = {
      segmentId,
      format: 'spreadsheet' as const,
      columns: ['customer_id' as const],
      onlyConsented: false,
    }
    const exports = parseAll(
      exportRequestSchema,
      (text) => ({
        ...request,
        segmentName: text,
        purpose: { kind: 'other' as const, note: text },
        confirmed: ['smallGroup' as const],
      }),
      ({ segmentName }) => segmentName,
    )
    for (const { value } of exports) await prepareExport(test.owner, value)
    const stored = await test.database.export.findMany()
    expect(stored.map(({ segmentName }) => segmentName).sort()).toEqual(textsOf(exports))
    for (const { segmentName, purpose } of stored) expect(readPurpose(purpose)?.note).toBe(segmentName)
  })
})
