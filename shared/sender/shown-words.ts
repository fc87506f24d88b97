/** What displays and people write when there is no number: hidden on purpose, or simply not known. */
const withheldWords = `
withheld|number withheld|withheld number|caller withheld|private|private number|private caller|private call
anonymous|anonymous caller|anonymous call|anonymous number|no caller id|no callerid|no number|blocked|blocked number
blocked caller|caller id blocked|restricted|restricted number|hidden|hidden number|number hidden|p|-2
privado|número privado|llamada privada|oculto|número oculto|anónimo|restringido|número restringido|número confidencial
masqué|numéro masqué|appel masqué|privé|numéro privé|anonyme|appel anonyme|confidentiel|numéro confidentiel
anonym|anonymer anrufer|unterdrückt|rufnummer unterdrückt|nummer unterdrückt|unterdrückte nummer|privat|private nummer
verborgen|скрыт|скрытый|скрытый номер|номер скрыт|анонимный|анонимный номер|частный номер|приватный номер|номер засекречен
निजी|निजी नंबर|निजी कॉल|प्राइवेट|प्राइवेट नंबर|गुप्त नंबर|छिपा हुआ नंबर|गुमनाम
privato|numero privato|anonimo|numero nascosto|número não identificado|não identificado|chamada privada|restrito
anoniem|afgeschermd|privénummer|numer prywatny|numer zastrzeżony|prywatny|zastrzeżony|gizli|gizli numara|özel numara
非通知|非通知設定|私人号码|私人號碼|발신번호표시제한|발신번호 표시제한|رقم خاص|مجهول الهوية`;

const unknownWords = `
unknown|unknown number|unknown caller|unknown name|caller unknown|number unknown|unavailable|number unavailable
not available|number not available|id unavailable|out of area|no data|not known|none|n/a|na|null|undefined|o|u|-|?|-1|-3
payphone|scam likely|spam risk|spam likely|potential spam|suspected spam|spam|fraud risk|scam|telemarketer
desconocido|número desconocido|llamada desconocida|no disponible|sin identificar|sin número|fuera de área
inconnu|numéro inconnu|appelant inconnu|appel inconnu|indisponible|numéro indisponible|non disponible
unbekannt|unbekannte nummer|unbekannte rufnummer|unbekannter anrufer|unbekannter teilnehmer|nicht verfügbar|keine nummer
неизвестно|неизвестный|неизвестный номер|неизвестен|номер неизвестен|не определен|номер не определен|неизвестный абонент
अज्ञात|अज्ञात नंबर|अनजान|अनजान नंबर|अज्ञात कॉलर|उपलब्ध नहीं
sconosciuto|numero sconosciuto|non disponibile|desconhecido|indisponível|onbekend|onbekend nummer|nieznany|nieznany numer
bilinmeyen|bilinmeyen numara|不明|通知不可能|公衆電話|未知|未知号码|未知號碼|알 수 없음|غير معروف|رقم غير معروف|مجهول`;

const withheld = wordSet(withheldWords);
const unknown = wordSet(unknownWords);

/** Takes cleaned text. Null when the words name no such thing, so something else has to be read from them. */
export function readShownWords(text: string): 'withheld' | 'unknown' | null {
  if (text === '') {
    return 'unknown';
  }
  const word = fold(text);
  if (withheld.has(word)) {
    return 'withheld';
  }
  return unknown.has(word) ? 'unknown' : null;
}

function wordSet(lines: string): ReadonlySet<string> {
  return new Set(lines.split(/[|\n]/u).filter(Boolean).map(fold));
}

/** Case, Latin and Cyrillic accents (not Indic vowel signs), and the brackets, quotes and hyphens of displays. */
function fold(text: string): string {
  return (
    text
      .toLowerCase()
      // Not \p{L}: its tables take most of a millisecond, at every start.
      .replace(/(?<=\S)-(?=\S)/gu, ' ')
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/gu, '')
      .replace(/^[<([{"' ]+|(?<![>)\]}"'.: ])[>)\]}"'.: ]+$/gu, '')
      .normalize('NFKC')
  );
}
