import type { Json } from '../json.ts';

/** The account and region that stand for this machine. */
export const LOCAL_ACCOUNT = '000000000000';
export const LOCAL_REGION = 'us-east-1';

export const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${rest}`;

/** The value of a pseudo parameter; `undefined` inside `found` is AWS::NoValue. */
export function pseudoParameter(name: string, stackName: string): { readonly value: Json | undefined } | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return { value: LOCAL_ACCOUNT };
    case 'AWS::Region':
      return { value: LOCAL_REGION };
    case 'AWS::Partition':
      return { value: 'aws' };
    case 'AWS::URLSuffix':
      return { value: 'amazonaws.com' };
    case 'AWS::StackName':
      return { value: stackName };
    case 'AWS::StackId':
      return { value: arn('cloudformation', `stack/${stackName}/local`) };
    case 'AWS::NotificationARNs':
      return { value: [] };
    case 'AWS::NoValue':
      return { value: undefined };
    default:
      return undefined;
  }
}
