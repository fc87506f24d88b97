/**
 * The content-security policy of a page: nothing beyond ourselves. `formsTo`: the one other address that forms of this page
 * may be sent to, path and all; browsers let an answer from there lead back to us.
 */
export function pagePolicy({ formsTo }: { readonly formsTo?: string } = {}): string {
  const forms = formsTo === undefined ? "'self'" : `'self' ${policySource(formsTo)}`;
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
}

/** A URL parser leaves no blanks; what would end a source or a directive is escaped (CSP Level 3, 2.3.1). */
function policySource(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.replaceAll(';', '%3B').replaceAll(',', '%2C');
}

/** On every answer (reference: OWASP secure headers). */
export const securityHeaders: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': pagePolicy(),
};
