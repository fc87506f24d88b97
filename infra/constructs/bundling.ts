import { type BundlingOptions, LogLevel, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Loader } from 'esbuild';

/**
 * Ways to find credentials that a function never tries: its environment always holds them. The SDK imports them only
 * when it looks there, so leaving them out takes 95 KB from every bundle.
 */
const unusedCredentials = [
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/**
 * The forms for uploads bring a version of the S3 client of their own along: 75 KB twice. Named here, the one of
 * package.json serves both.
 */
const oneOfEach = { '@aws-sdk/client-s3': '@aws-sdk/client-s3' };

/** Packages in the older form of modules (yauzl) ask for Node's own by `require`, which an ESM bundle has only so. */
const requireOfNode = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** How a function is bundled, in esbuild's own words; for programs that call it themselves. */
export const esbuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  // Escaped, a Hindi letter takes six bytes instead of three.
  charset: 'utf8' as const,
  target: 'node24',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  // With esbuild's default for Node the DynamoDB client alone is 526 KB instead of 331.
  mainFields: ['module', 'main'],
  external: unusedCredentials,
  alias: oneOfEach,
  banner: { js: requireOfNode },
  // Telephone metadata stays a JSON file beside the bundle: parsed, not compiled (docs/adr/0011).
  loader: { '.max.json': 'copy' } satisfies Record<string, Loader>,
};

/** The same for NodejsFunction. */
export const bundlingOptions: BundlingOptions = {
  format: OutputFormat.ESM,
  target: esbuildOptions.target,
  minify: esbuildOptions.minify,
  sourceMap: esbuildOptions.sourcemap,
  sourceMapMode: SourceMapMode.DEFAULT,
  sourcesContent: esbuildOptions.sourcesContent,
  metafile: true,
  logLevel: LogLevel.ERROR,
  mainFields: esbuildOptions.mainFields,
  externalModules: esbuildOptions.external,
  loader: esbuildOptions.loader,
  banner: requireOfNode,
  esbuildArgs: {
    // The option `charset` of aws-cdk-lib 2 never reaches the command; esbuild's own default is ascii.
    '--charset': esbuildOptions.charset,
    ...Object.fromEntries(Object.entries(oneOfEach).map(([from, to]) => [`--alias:${from}`, to])),
  },
};
