import accounts from './messages/en/accounts.json'
import charts from './messages/en/charts.json'
import compare from './messages/en/compare.json'
import customers from './messages/en/customers.json'
import data from './messages/en/data.json'
import errors from './messages/en/errors.json'
import exports from './messages/en/exports.json'
import features from './messages/en/features.json'
import insights from './messages/en/insights.json'
import jobs from './messages/en/jobs.json'
import overview from './messages/en/overview.json'
import personas from './messages/en/personas.json'
import privacy from './messages/en/privacy.json'
import quality from './messages/en/quality.json'
import recommendations from './messages/en/recommendations.json'
import rfm from './messages/en/rfm.json'
import rules from './messages/en/rules.json'
import segmentNames from './messages/en/segment-names.json'
import segmentForm from './messages/en/segmentForm.json'
import segments from './messages/en/segments.json'
import shell from './messages/en/shell.json'
import tables from './messages/en/tables.json'
import ui from './messages/en/ui.json'

/** What components say in the browser: every namespace but those of the server alone. */
export const messages = {
  accounts,
  charts,
  compare,
  customers,
  data,
  errors,
  exports,
  features,
  insights,
  jobs,
  overview,
  personas,
  privacy,
  quality,
  recommendations,
  rfm,
  rules,
  'segment-names': segmentNames,
  segmentForm,
  segments,
  shell,
  tables,
  ui,
}
