import { buildApp } from './build-app.ts';
import { readSettings, SettingsError } from './read-settings.ts';
import { describeWarmPrice } from './warm-price.ts';

try {
  // RINGFENCE_SETTINGS names the JSON file of a deployment's settings; without it the defaults deploy.
  const settings = readSettings(process.env['RINGFENCE_SETTINGS']);
  console.error(describeWarmPrice(settings));
  buildApp(settings, { checks: true, warnings: true }).synth();
} catch (error) {
  if (!(error instanceof SettingsError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
