/** In it CloudFront shows the HTTP API the origin secret; lower case, as events carry header names. */
export const originHeader = 'x-origin-secret';
