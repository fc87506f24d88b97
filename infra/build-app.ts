import { App, DefaultStackSynthesizer, type IReusableStackSynthesizer } from 'aws-cdk-lib';
import { featureFlags } from './feature-flags.ts';
import type { Settings } from './settings.ts';
import { DataStack } from './stacks/data-stack.ts';
import { OperateStack } from './stacks/operate-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

// The CDK's interfaces declare optional members without `undefined`, so its own classes do not fit them.
const synthesizer: unknown = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });

interface BuildOptions {
  /** Where the cloud assembly goes; the CDK's choice without it. */
  readonly outdir?: string;
  /** False leaves the functions' code out, for tests of the templates alone. */
  readonly bundle?: boolean;
}

/** The whole app for one deployment. `.synth()` on the result writes templates and bundles. */
export function buildApp(settings: Settings, { outdir, bundle = true }: BuildOptions = {}): App {
  const app = new App({
    analyticsReporting: false,
    context: featureFlags,
    defaultStackSynthesizer: synthesizer as IReusableStackSynthesizer,
    ...(outdir === undefined ? {} : { outdir }),
  });
  const props = (name: string) => ({
    stackName: `ringfence-${settings.stage}-${name}`,
    env: { region: settings.region },
    settings,
  });
  const data = new DataStack(app, 'Data', { ...props('data'), terminationProtection: true });
  const service = new ServiceStack(app, 'Service', { ...props('service'), data, bundle });
  new OperateStack(app, 'Operate', { ...props('operate'), data, service, apiUrl: service.api.api.apiEndpoint });
  return app;
}
