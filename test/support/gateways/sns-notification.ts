export const inboundTopic = 'arn:aws:sns:us-east-1:111122223333:inbound-sms';

/** An envelope as SNS puts it on a queue. */
export function snsNotification(payload: object) {
  return {
    Type: 'Notification',
    MessageId: '11111111-2222-3333-4444-555555555555',
    TopicArn: inboundTopic,
    Message: JSON.stringify(payload),
    Timestamp: '2026-11-21T10:00:00.000Z',
    SignatureVersion: '2',
  };
}

const signedKeys = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

/**
 * What SNS signs of an envelope: each key and value on a line of its own, absent ones left out
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html). The product reads envelopes from its
 * queue only, where IAM stands for the signature.
 */
export function stringToSign(envelope: Readonly<Record<string, string>>): string {
  const keys = envelope['Type'] === 'Notification' ? signedKeys.Notification : signedKeys.SubscriptionConfirmation;
  return keys
    .filter((key) => envelope[key] !== undefined)
    .map((key) => `${key}\n${envelope[key]}\n`)
    .join('');
}
