import { buildApp } from './build-app.ts';
import { readSettings } from './read-settings.ts';

// RINGFENCE_SETTINGS names the JSON file of a deployment's settings; without it the defaults deploy.
buildApp(readSettings(process.env['RINGFENCE_SETTINGS'])).synth();
