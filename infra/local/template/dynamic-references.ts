interface DynamicReferences {
  dynamicReference(service: string, rest: string): Promise<string>;
}

/** Replaces `{{resolve:secretsmanager:…}}` and `{{resolve:ssm:…}}`, which CloudFormation fills in at deployment. */
export async function replaceDynamicReferences(value: string, scope: DynamicReferences): Promise<string> {
  const pattern = /\{\{resolve:([a-z-]+):([^}]*)\}\}/;
  let result = '';
  let rest = value;
  for (let found = pattern.exec(rest); found !== null; found = pattern.exec(rest)) {
    const [whole, service = '', what = ''] = found;
    result += rest.slice(0, found.index) + (await scope.dynamicReference(service, what));
    rest = rest.slice(found.index + whole.length);
  }
  return result + rest;
}

export interface SecretReference {
  /** ARN or name. */
  readonly secretId: string;
  /** Member of a JSON secret; the whole value without it. */
  readonly jsonKey: string | undefined;
}

/** `secret-id:SecretString:json-key:stage:version`; the id may be an ARN, which holds colons itself. */
export function parseSecretReference(rest: string): SecretReference {
  const [secretId = '', selector = ''] = rest.split(':SecretString');
  const jsonKey = selector.split(':')[1];
  return { secretId, jsonKey: jsonKey === undefined || jsonKey === '' ? undefined : jsonKey };
}
