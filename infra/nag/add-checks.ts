import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { Acknowledgement } from './acknowledgements.ts';

/** Makes the synthesis fail on any finding of cdk-nag that is not acknowledged. */
export function addChecks(app: App, acknowledged: readonly Acknowledgement[]): void {
  for (const { at, id, reason } of acknowledged) {
    const construct = at.split('/').reduce((scope, part) => scope.node.findChild(part), app.node.root);
    Validations.of(construct).acknowledge({ id, reason });
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
