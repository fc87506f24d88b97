import { buildApp } from '#infra/build-app.ts';
import { settingsSchema } from '#infra/settings.ts';

// A process of its own: the CDK's memory goes when it is done. Folder and settings come as arguments.
const [outdir, settings] = process.argv.slice(2);
if (outdir === undefined || settings === undefined) {
  throw new Error('usage: synthesise-main.ts FOLDER SETTINGS-JSON');
}
// Whoever asked for the assembly is gone.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
buildApp(settingsSchema.parse(JSON.parse(settings)), { outdir }).synth();
