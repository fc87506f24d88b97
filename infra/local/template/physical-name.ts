import { createHash } from 'node:crypto';

/**
 * A name for a resource that its template does not name: stack and logical id, as CloudFormation makes it but without a
 * random part, so that it is the same at every start. Cut names end in a hash.
 */
export function physicalName(stackName: string, logicalId: string, longest: number): string {
  const whole = `${stackName}-${logicalId}`;
  if (whole.length <= longest) {
    return whole;
  }
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${whole.slice(0, longest - 9)}-${hash}`;
}
