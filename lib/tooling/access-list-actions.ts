import type { ActionEntry } from './access-list'

const asOf = '2026-06-01'
const kmeans = { name: 'Mine', asOf, features: ['recency', 'frequency'], k: 3 }
const password = 'not-the-password'

export const actions: Record<string, ActionEntry> = {
  'lib/accounts/actions.ts changeName': { who: 'viewer', inputs: [{ name: 'Me' }] },
  'lib/accounts/actions.ts changePassword': {
    who: 'viewer',
    inputs: [{ current: password, next: password }],
  },
  'lib/accounts/actions.ts chooseLanguage': { who: 'public', inputs: [{ language: 'en' }], refused: null },
  'lib/accounts/actions.ts createToken': { who: 'owner', inputs: [{ name: 'Mine' }] },
  'lib/accounts/actions.ts revokeToken': { who: 'owner', inputs: [{ id: '{token}' }] },
  'lib/accounts/actions.ts saveWorkspace': {
    who: 'owner',
    inputs: [{ name: 'Mine', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' }],
  },
  'lib/accounts/actions.ts setUp': {
    who: 'public',
    inputs: [
      {
        ...{ name: 'Eve', email: 'eve@evil.test', password: 'a-long-password', token: '' },
        workspace: { name: 'Mine', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' },
      },
    ],
    refused: 'alreadySetUp',
  },
  'lib/accounts/actions-people.ts acceptInvitation': {
    who: 'public',
    inputs: [{ token: 'nothing', name: 'Eve', email: 'eve@evil.test', password: 'a-long-password' }],
    refused: 'invitationUnknown',
  },
  'lib/accounts/actions-people.ts changeRole': {
    who: 'owner',
    inputs: [{ memberId: '{member}', role: 'owner' }],
  },
  'lib/accounts/actions-people.ts choosePassword': {
    who: 'public',
    inputs: [{ token: 'nothing', password: 'a-long-password' }],
    refused: 'passwordLinkOver',
  },
  'lib/accounts/actions-people.ts createPasswordLink': { who: 'owner', inputs: [{ memberId: '{member}' }] },
  'lib/accounts/actions-people.ts endSessionsOfMember': { who: 'owner', inputs: [{ memberId: '{member}' }] },
  'lib/accounts/actions-people.ts invite': { who: 'owner', inputs: [{ label: 'Eve', role: 'owner' }] },
  'lib/accounts/actions-people.ts joinWorkspace': {
    who: 'public',
    inputs: [{ token: 'nothing' }],
    refused: null,
  },
  'lib/accounts/actions-people.ts removeMember': { who: 'owner', inputs: [{ memberId: '{member}' }] },
  'lib/accounts/actions-people.ts resetTwoFactor': { who: 'owner', inputs: [{ memberId: '{member}' }] },
  'lib/accounts/actions-people.ts revokeInvitation': { who: 'owner', inputs: [{ id: '{invitation}' }] },
  'lib/accounts/actions-security.ts confirmTwoFactor': { who: 'viewer', inputs: [{ code: '123456' }] },
  'lib/accounts/actions-security.ts endOtherSessions': { who: 'viewer', inputs: [undefined] },
  'lib/accounts/actions-security.ts endSession': { who: 'viewer', inputs: [{ id: '{session}' }] },
  'lib/accounts/actions-security.ts renewBackupCodes': { who: 'viewer', inputs: [{ password }] },
  'lib/accounts/actions-security.ts startTwoFactor': { who: 'viewer', inputs: [{ password }] },
  'lib/accounts/actions-security.ts stopTwoFactor': { who: 'viewer', inputs: [{ password }] },
  'lib/data/actions.ts checkImport': {
    who: 'analyst',
    inputs: [
      {
        uploadId: '{upload}',
        mapping: {
          tables: [{ table: 'customers', mode: 'update', columns: { customer_id: 0 } }],
          formats: {},
        },
      },
    ],
  },
  'lib/data/actions.ts confirmImport': { who: 'analyst', inputs: [{ importId: '{import}' }] },
  'lib/data/actions.ts discardImport': { who: 'analyst', inputs: [{ importId: '{import}' }] },
  'lib/data/actions.ts loadSample': { who: 'analyst', inputs: [undefined] },
  'lib/data/actions.ts reinspectUpload': { who: 'analyst', inputs: [{ uploadId: '{upload}', options: {} }] },
  'lib/data/actions.ts undoImport': { who: 'analyst', inputs: [{ importId: '{import}' }] },
  'lib/jobs/actions.ts cancelJob': { who: 'analyst', inputs: [{ jobId: '{job}' }] },
  'lib/recommendations/actions.ts createRecommender': {
    who: 'analyst',
    inputs: [
      {
        ...{ name: 'Mine', asOf, strategy: 'auto', rules: {}, segmentationId: '{segmentation}' },
        weights: {
          halfLifeDays: null,
          kinds: { purchase: 1, rating: 1, cart: 1, wish: 1, view: 1, other: 1 },
        },
      },
    ],
  },
  'lib/recommendations/actions.ts deleteRecommender': { who: 'analyst', inputs: [{ id: '{recommender}' }] },
  'lib/recommendations/actions.ts prepareExport': {
    who: 'analyst',
    inputs: [
      {
        ...{ recommenderId: '{recommender}', what: 'long', name: 'Mine', purpose: { kind: 'analysis' } },
        confirmed: [],
      },
    ],
  },
  'lib/segments/actions.ts createSegmentation': {
    who: 'analyst',
    inputs: [
      { ...kmeans, similarTo: '{segmentation}' },
      { kind: 'scored', name: 'Mine', asOf, baseId: '{segmentation}' },
    ],
  },
  'lib/segments/actions.ts deleteSegmentation': { who: 'analyst', inputs: [{ id: '{segmentation}' }] },
  'lib/segments/actions.ts prepareExport': {
    who: 'analyst',
    inputs: [
      {
        ...{ segmentId: '{segment}', segmentName: 'Mine', format: 'spreadsheet', columns: ['customer_id'] },
        ...{ purpose: { kind: 'analysis' }, confirmed: [], onlyConsented: false, pseudonymised: false },
      },
    ],
  },
  'lib/segments/actions.ts renameSegment': {
    who: 'analyst',
    inputs: [{ segmentId: '{segment}', name: 'Mine' }],
  },
  'lib/segments/actions.ts savePersona': {
    who: 'analyst',
    inputs: [{ segmentId: '{segment}', persona: { summary: 'Mine', actions: [] } }],
  },
  'lib/segments/compare-actions.ts saveFlow': {
    who: 'analyst',
    inputs: [{ a: '{segmentation}', b: '{segmentation}', flow: { from: 0, to: 1 }, name: 'Mine' }],
  },
  'lib/segments/snapshot-actions.ts ensureSnapshot': { who: 'analyst', inputs: [{ asOf }] },
  'lib/privacy/personal-columns-actions.ts choosePersonal': {
    who: 'analyst',
    inputs: [{ choices: { city: true } }],
  },
  'lib/privacy/small-groups-actions.ts changeSmallGroup': { who: 'owner', inputs: [{ smallGroup: 5 }] },
  'lib/privacy/erasure-actions.ts eraseCustomer': { who: 'owner', inputs: [{ customerId: '{customer}' }] },
  'lib/privacy/erasure-actions.ts liftErasure': { who: 'owner', inputs: [{ erasureId: '{erasure}' }] },
  'lib/privacy/erasure-actions.ts previewErasure': { who: 'owner', inputs: [{ customerId: '{customer}' }] },
  'lib/privacy/retention-actions.ts previewRetention': {
    who: 'owner',
    inputs: [{ retention: { orders: 12 } }],
  },
  'lib/privacy/retention-actions.ts saveRetention': { who: 'owner', inputs: [{ retention: { orders: 12 } }] },
}
