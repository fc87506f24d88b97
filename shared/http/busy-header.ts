/**
 * What the edge adds to a form's request from an address that sends unusually many (WAF puts `x-amzn-waf-` before names
 * of its own). Whoever writes it themselves is only asked for a proof of work.
 */
export const busyHeader = 'x-amzn-waf-busy';
