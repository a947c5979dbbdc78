import 'server-only'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const pageSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const jobSeconds = [0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600]

/** The figures of this process. Labels are the product's own words and patterns: never an id, a name or an address. */
function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: `personae_${name}`, help, labelNames, registers })
  return {
    registry,
    requests: new Histogram({
      name: 'personae_http_request_duration_seconds',
      help: 'From the first byte asked to the last byte answered, by pattern of the address',
      labelNames: ['method', 'route', 'status'],
      buckets: pageSeconds,
      registers,
    }),
    jobDuration: new Histogram({
      name: 'personae_job_duration_seconds',
      help: 'From start to end of jobs that ended since this process started, on any worker',
      labelNames: ['kind', 'status'],
      buckets: jobSeconds,
      registers,
    }),
    jobs: gauge('jobs', 'Jobs that the database holds', ['kind', 'status']),
    queueLength: gauge('job_queue_length', 'Jobs that wait'),
    queueAge: gauge('job_queue_age_seconds', 'How long the oldest of them has waited'),
    workerAge: gauge('worker_heartbeat_age_seconds', 'Since a worker was last alive'),
    importRows: gauge('import_rows', 'Rows of files imported, by what became of them', ['outcome']),
    exportRows: gauge('export_rows', 'Rows of exports, by how the download ended', ['outcome']),
    databaseUp: gauge(
      'database_up',
      'Whether the database could be read just now (1) or its figures are old (0)',
    ),
    diskFree: gauge('disk_free_bytes', 'What may still be written where the data lies'),
  }
}

export type Metrics = ReturnType<typeof createMetrics>

const shared = globalThis as { personaeMetrics?: Metrics }

/** The process's one set of figures, whichever of Next's bundles asks. */
export function getMetrics(): Metrics {
  shared.personaeMetrics ??= createMetrics()
  return shared.personaeMetrics
}
