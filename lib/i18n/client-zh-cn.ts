import accounts from './messages/zh-CN/accounts.json'
import charts from './messages/zh-CN/charts.json'
import compare from './messages/zh-CN/compare.json'
import customers from './messages/zh-CN/customers.json'
import data from './messages/zh-CN/data.json'
import errors from './messages/zh-CN/errors.json'
import exports from './messages/zh-CN/exports.json'
import features from './messages/zh-CN/features.json'
import insights from './messages/zh-CN/insights.json'
import jobs from './messages/zh-CN/jobs.json'
import overview from './messages/zh-CN/overview.json'
import personas from './messages/zh-CN/personas.json'
import privacy from './messages/zh-CN/privacy.json'
import quality from './messages/zh-CN/quality.json'
import recommendations from './messages/zh-CN/recommendations.json'
import rfm from './messages/zh-CN/rfm.json'
import rules from './messages/zh-CN/rules.json'
import segmentNames from './messages/zh-CN/segment-names.json'
import segmentForm from './messages/zh-CN/segmentForm.json'
import segments from './messages/zh-CN/segments.json'
import shell from './messages/zh-CN/shell.json'
import tables from './messages/zh-CN/tables.json'
import ui from './messages/zh-CN/ui.json'

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
