import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';

// The yardstick: a function that holds two clients and does nothing.
const clients = [new DynamoDBClient({}), new SQSClient({})];

export const handler = async () => clients.length;
