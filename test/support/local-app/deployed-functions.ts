import { join } from 'node:path';
import * as z from 'zod';
import { readCloudAssembly } from '#infra/local/assembly/cloud-assembly.ts';
import { synthesise } from '#infra/local/assembly/synthesise.ts';
import { localSettings } from '#infra/settings.ts';

/** A function as the synthesised app deploys it. */
export interface DeployedFunction {
  readonly name: string;
  /** The bundle. */
  readonly file: string;
  readonly variables: Readonly<Record<string, string>>;
}

const functionSchema = z.object({
  Code: z.object({ S3Key: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const joinSchema = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });

/** Does for a name, an address and an ARN alike, as nothing here calls what it names. */
const invented = 'https://invented.example';
const inventedTopic = 'arn:aws:sns:us-east-1:111122223333:invented';

/** Every function of the app; resources in their variables, which nothing here asks for, get an invented name. */
export async function deployedFunctions(): Promise<readonly DeployedFunction[]> {
  const { stacks, assets } = readCloudAssembly(await synthesise(localSettings));
  return stacks
    .flatMap(({ template }) => Object.values(template.Resources))
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties }) => {
      const { Code, Environment } = functionSchema.parse(Properties);
      const variables = Object.fromEntries(
        Object.entries(Environment.Variables).map(([name, value]) => [name, literal(value)]),
      );
      return {
        name: variables['POWERTOOLS_SERVICE_NAME'] ?? '',
        file: join(assets.get(Code.S3Key) ?? '', 'index.mjs'),
        variables,
      };
    });
}

function literal(value: unknown): string {
  if (typeof value === 'string') {
    return value.replaceAll(/\{\{resolve:[^}]+\}\}/g, invented);
  }
  const joined = joinSchema.safeParse(value);
  if (joined.success) {
    return joined.data['Fn::Join'][1].map(literal).join(joined.data['Fn::Join'][0]);
  }
  return JSON.stringify(value).includes('Topic') ? inventedTopic : invented;
}
