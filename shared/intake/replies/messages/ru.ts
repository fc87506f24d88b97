import type { ReplyMessages } from '../reply-messages.ts';

/** 70 characters a message. */
export const ru: ReplyMessages = {
  verdict: {
    possible_violation: 'возможно нарушение',
    undetermined: 'пока не ясно',
    none_shown: 'нарушений не видно',
  },
  status: {
    received: 'получено, проверяем',
    checked: 'проверено и учтено',
    handed_over: 'жалоба составлена, её подаёте вы',
    complaint_queued: 'жалоба готова, ждёт ведомства',
    submitted: 'жалоба в ведомстве',
    acknowledged: 'ведомство подтвердило получение',
    decided: 'ведомство приняло решение',
    refused: 'ведомство не приняло жалобу',
    withdrawn: 'отозвано, не учитывается',
  },
  receipt: ({ receipt, verdict }) => `Принято: ${verdict}. Код ${receipt}. Узнать: СТАТУС`,
  receiptAskNext: ({ receipt, verdict }) => `${receipt}: ${verdict}. А другое от кого? Или НЕ ЗНАЮ`,
  question: ({ receipt }) => `Принято! Код ${receipt}. От кого СМС? Номер, имя или НЕ ЗНАЮ`,
  senderNoted: ({ receipt }) => `Отправитель записан. Перешлите и само СМС. Код ${receipt}`,
  statusIs: ({ receipt, status }) => `Код ${receipt}: ${status}.`,
  statusUnknown: () => 'Сообщение не найдено. Проверьте код: 16 знаков из нашего ответа.',
  deleted: ({ receipt }) => `Готово: ${receipt} отозвано и больше не учитывается.`,
  notASender: {
    emergency: () => 'Это номер экстренной службы. От кого СМС? Номер, имя или НЕ ЗНАЮ',
    ours: () => 'Это наш собственный номер. От кого СМС? Номер, имя или НЕ ЗНАЮ',
  },
  form: () => 'Пишите так: текст, номер, дд/мм/гг. Пример: Ваш приз, 12345, 21/11/26',
  nothingRead: () => 'Мы читаем только текст. Перешлите само СМС или наберите его слова.',
  optedOut: ({ programme }) => `${programme}: вы отписаны, больше не пишем. Вернуться: СТАРТ`,
  optedIn: ({ programme }) => `${programme}: снова отвечаем. СМС по тарифу. Команды: ПОМОЩЬ, СТОП`,
  help: ({ programme, helpContact }) => `${programme}: ${helpContact} СМС по тарифу. Отказ: СТОП`,
};
