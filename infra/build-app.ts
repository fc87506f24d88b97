import { App, DefaultStackSynthesizer, type IReusableStackSynthesizer } from 'aws-cdk-lib';
import { featureFlags } from './feature-flags.ts';
import { acknowledgements } from './nag/acknowledgements.ts';
import { addChecks } from './nag/add-checks.ts';
import type { Settings } from './settings.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { OperateStack } from './stacks/operate-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

// The CDK's interfaces declare optional members without `undefined`, so its own classes do not fit them.
const synthesizer: unknown = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });

function isReusable(value: unknown): value is IReusableStackSynthesizer {
  return value instanceof DefaultStackSynthesizer;
}

interface BuildOptions {
  /** Where the cloud assembly goes; the CDK's choice without it. */
  readonly outdir?: string;
  /** False leaves the functions' code out, for tests of the templates alone. */
  readonly bundle?: boolean;
  /** True runs cdk-nag; an unacknowledged finding then fails the synthesis. */
  readonly checks?: boolean;
  /** True prints the warnings of the CDK's own validation, which fails nothing and takes 7 seconds of CPU time. */
  readonly warnings?: boolean;
}

/** The whole app for one deployment. `.synth()` on the result writes templates and bundles. */
export function buildApp(
  settings: Settings,
  { outdir, bundle = true, checks = false, warnings = false }: BuildOptions = {},
): App {
  const app = new App({
    analyticsReporting: false,
    context: featureFlags,
    builtinCloudFormationValidation: warnings,
    ...(isReusable(synthesizer) ? { defaultStackSynthesizer: synthesizer } : {}),
    ...(outdir === undefined ? {} : { outdir }),
  });
  const props = (name: string) => ({
    stackName: `ringfence-${settings.stage}-${name}`,
    description: `Ringfence ${settings.stage}: ${name}`,
    env: { region: settings.region },
    settings,
  });
  const data = new DataStack(app, 'Data', { ...props('data'), terminationProtection: settings.stage !== 'local' });
  const service = new ServiceStack(app, 'Service', { ...props('service'), data, bundle });
  const edge =
    data.originSecret === undefined
      ? undefined
      : new EdgeStack(app, 'Edge', { ...props('edge'), service, originSecret: data.originSecret });
  const apiUrl = edge?.address ?? service.api.api.apiEndpoint;
  new OperateStack(app, 'Operate', { ...props('operate'), data, service, apiUrl });
  if (checks) {
    addChecks(app, acknowledgements(settings, data));
  }
  return app;
}
