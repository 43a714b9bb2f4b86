// The numbers of this process in the text format of Prometheus.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Figure, labelOf, type Meter, type MetricName, metrics } from '#kernel/meter.ts';

export type Prometheus = {
  meter: Meter;
  contentType: string;
  /** Everything measured so far, and these figures of this moment. */
  text(figures: readonly Figure[]): Promise<string>;
};

/** `role` is a label of every number, so that web and worker stand apart. Process numbers are the ones of Node. */
export function prometheus(role: string): Prometheus {
  const registry = new Registry();
  registry.setDefaultLabels({ role });
  collectDefaultMetrics({ register: registry, prefix: 'sportello_' });
  const made = new Map<MetricName, Counter | Gauge | Histogram>();
  const gauges: Gauge[] = [];
  for (const [name, metric] of Object.entries(metrics) as [MetricName, (typeof metrics)[MetricName]][]) {
    const told = {
      name: `sportello_${name}`,
      help: metric.help,
      labelNames: [...metric.labels],
      registers: [registry],
    };
    if (metric.kind === 'counter') made.set(name, new Counter(told));
    else if (metric.kind === 'histogram') made.set(name, new Histogram({ ...told, buckets: [...metric.buckets] }));
    else {
      const gauge = new Gauge(told);
      made.set(name, gauge);
      if (name !== 'http_requests_under_way') gauges.push(gauge);
    }
  }
  // The kernel's types say which kind a name has.
  const of = <M extends Counter | Gauge | Histogram>(name: MetricName): M => made.get(name) as M;
  return {
    contentType: registry.contentType,
    meter: {
      count: (name, labels) => of<Counter>(name).inc(clean(labels)),
      observe: (name, labels, seconds) => of<Histogram>(name).observe(clean(labels), seconds),
      add: (name, by) => of<Gauge>(name).inc(by),
    },
    async text(figures) {
      // What is no longer true is not shown: a state that nobody is in has no figure.
      for (const gauge of gauges) gauge.reset();
      for (const { name, labels, value } of figures) of<Gauge>(name).set(clean(labels), value);
      return registry.metrics();
    },
  };
}

const clean = (labels: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, labelOf(value)]));
