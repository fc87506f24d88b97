import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../openapi/document.ts';

/** `npm run openapi`: writes the document that describe-service answers with; a test fails when it is not current. */
writeFileSync(
  new URL('../../functions/describe-service/openapi.json', import.meta.url),
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
