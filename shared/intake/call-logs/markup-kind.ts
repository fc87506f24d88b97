import { isXhtmlDoctype } from './html/doctype.ts';
import { LogFault } from './log-fault.ts';
import type { LogFormat } from './log-format.ts';

const voicePage = /<div\s{1,9}class="(?:haudio|hChatLog)[ "]/;

/** The format of a file that begins with `<`, by its root element or its first divisions; null if it is none of ours. */
export function markupFormat(head: string): LogFormat | null {
  const root = rootOf(head);
  if (root.name === 'calls' || root.name === 'smses') {
    if (root.doctype) {
      throw new LogFault('declarations', 'The file declares a document type or entities, which call logs do not.');
    }
    return root.name === 'calls' ? 'smsbr-calls' : 'smsbr-sms';
  }
  return voicePage.test(head) ? 'gvoice-html' : null;
}

/** The first element, past declaration, comments and instructions. Throws LogFault for a document type other than XHTML's. */
function rootOf(head: string): { readonly name: string; readonly doctype: boolean } {
  let doctype = false;
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
    if (head.startsWith('<!--', at)) {
      const end = head.indexOf('-->', at);
      at = end < 0 ? head.length : end;
    } else if (head.startsWith('<!', at)) {
      const end = head.indexOf('>', at);
      if (!isXhtmlDoctype(head.slice(at, end + 1))) {
        throw new LogFault('declarations', 'The file declares a document type or entities, which call logs do not.');
      }
      doctype = true;
    } else if (!head.startsWith('<?', at)) {
      return { name: /^<([\w:.-]{1,64})/.exec(head.slice(at, at + 80))?.[1] ?? '', doctype };
    }
  }
  return { name: '', doctype };
}
