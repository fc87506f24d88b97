import type { Language } from '../language.ts';
import { fold } from './fold.ts';

export type Keyword = 'opt_out' | 'opt_in' | 'help' | 'skip' | 'status' | 'delete';

export interface KeywordMeaning {
  readonly keyword: Keyword;
  /** Null for the words of carriers and of our own replies, which people of every language use. */
  readonly language: Language | null;
}

/**
 * Without a language: the union of what the carriers' association of the United States (CTIA) and the gateways ask for,
 * and the command words of the replies. A word acts only as the whole message, so each is written as people answer.
 */
export const keywordRows: ReadonlyArray<readonly [Keyword, Language | null, string]> = [
  ['opt_out', null, 'stop|stopall|stop all|optout|opt-out|opt out|td|revoke'],
  ['opt_out', 'en', 'end|cancel|unsubscribe|quit|remove'],
  ['opt_out', 'es', 'alto|baja|darse de baja|parar|pare|cancelar|detener|salir|no más'],
  ['opt_out', 'fr', 'arrêt|arrêter|arrêtez|désabonner|désabonnement|désinscrire|désinscription|résilier|annuler'],
  ['opt_out', 'ru', 'стоп|отписка|отписаться|отпишите|отказ|отмена|хватит|прекратить'],
  ['opt_out', 'hi', 'रोकें|रोको|रोक|रुको|बंद|बंद करें|बंद करो|स्टॉप'],
  ['opt_out', 'de', 'stopp|stoppen|abmelden|abbestellen|beenden|ende|aufhören|kündigen'],
  ['opt_in', null, 'start|unstop|un stop|optin|opt-in|opt in'],
  ['opt_in', 'en', 'yes|subscribe|resume'],
  ['opt_in', 'es', 'sí|alta|inicio|iniciar|comenzar|empezar|reanudar'],
  ['opt_in', 'fr', 'oui|début|démarrer|commencer|reprendre'],
  ['opt_in', 'ru', 'старт|начать|да|подписка|подписаться|возобновить'],
  ['opt_in', 'hi', 'शुरू|शुरू करें|शुरू करो|चालू|चालू करें|हां|जी हां|स्टार्ट'],
  ['opt_in', 'de', 'ja|starten|anmelden'],
  ['help', null, 'help|info|hlp'],
  ['help', 'es', 'ayuda|información'],
  ['help', 'fr', 'aide|aidez-moi'],
  ['help', 'ru', 'помощь|справка|помогите|инфо|хелп'],
  ['help', 'hi', 'मदद|सहायता|हेल्प|जानकारी'],
  ['help', 'de', 'hilfe'],
  ['skip', null, 'skip|skip please|please skip|no|n/a'],
  ['skip', 'en', 'unknown|unknown number|unknown sender|unknown caller|not known|no number|no sender|no caller id'],
  ['skip', 'en', "withheld|number withheld|private number|none|not sure|don't know|dont know|i don't know|i dont know"],
  ['skip', 'en', "idk|no idea|i have no idea|nope|skip it|blocked|hidden|i don't have it"],
  ['skip', 'es', 'saltar|omitir|desconocido|número desconocido|remitente desconocido|ni idea'],
  ['skip', 'es', 'no sé|no lo sé|no lo tengo'],
  ['skip', 'es', 'sin número|oculto|número oculto|número privado|ninguno'],
  ['skip', 'fr', 'passer|ignorer|inconnu|numéro inconnu|expéditeur inconnu|aucune idée'],
  ['skip', 'fr', 'je ne sais pas|je sais pas|sais pas'],
  ['skip', 'fr', 'pas de numéro|masqué|numéro masqué|numéro privé|aucun|non'],
  ['skip', 'ru', 'пропустить|пропуск|неизвестно|неизвестен|неизвестный|неизвестный номер|номер неизвестен|не знаю'],
  ['skip', 'ru', 'я не знаю|незнаю|нет|нет номера|скрыт|скрытый номер|номер скрыт'],
  ['skip', 'hi', 'छोड़ें|छोड़ो|छोड़ दें|स्किप|अज्ञात|अज्ञात नंबर|पता नहीं|नहीं पता|मुझे नहीं पता|मालूम नहीं|नहीं'],
  // Many write Hindi on Latin keys.
  ['skip', 'hi', 'nahi|nahin|pata nahi|pata nahin|nahi pata|mujhe nahi pata|malum nahi'],
  ['skip', 'de', 'überspringen|weglassen|unbekannt|unbekannte nummer|nummer unbekannt|unbekannter absender|weiß nicht'],
  ['skip', 'de', 'ich weiß nicht|weiß ich nicht|keine ahnung|keine nummer|unterdrückt|nummer unterdrückt'],
  ['skip', 'de', 'unterdrückte nummer|nein|keine'],
  ['status', null, 'status|status please'],
  ['status', 'es', 'estado|estatus'],
  ['status', 'fr', 'statut|état|suivi'],
  ['status', 'ru', 'статус|состояние'],
  ['status', 'hi', 'स्थिति|स्टेटस'],
  ['status', 'de', 'stand'],
  ['delete', null, 'delete'],
  ['delete', 'en', 'withdraw'],
  ['delete', 'es', 'borrar|eliminar'],
  ['delete', 'fr', 'supprimer|effacer'],
  ['delete', 'ru', 'удалить|удали'],
  ['delete', 'hi', 'हटाएं|हटाओ|हटा दें|मिटाएं|डिलीट'],
  ['delete', 'de', 'löschen|loeschen'],
];

/** By the folded word. */
export const keywordMeanings: ReadonlyMap<string, KeywordMeaning> = new Map(
  keywordRows.flatMap(([keyword, language, words]) =>
    words.split('|').map((word): [string, KeywordMeaning] => [fold(word), { keyword, language }]),
  ),
);
