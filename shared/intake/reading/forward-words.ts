import { fold } from './fold.ts';

const words = (text: string): readonly string[] =>
  [...new Set(text.split(/[|\n]/u).filter(Boolean).map(fold))].sort((one, other) => other.length - one.length);

/** What a forwarding app or a person puts in front of the sender; in each of our languages. */
export const senderLabels = words(`
from|frm|sender|sent by|sent from|forwarded from|forwarded message from|fwd from|fw from|message from|new message from
text from|text message from|sms from|new sms from|msg from|received from|sms received from|from number|sender number
de|remitente|enviado por|enviado desde|reenviado de|reenviado desde|mensaje de|mensaje reenviado de|sms de|recibido de
expéditeur|de la part de|envoyé par|transféré de|transféré depuis|message de|message transféré de|sms reçu de|reçu de
von|absender|gesendet von|weitergeleitet von|weitergeleitete nachricht von|nachricht von|sms von|empfangen von
от|от кого|отправитель|переслано от|переслано из|сообщение от|смс от|sms от|получено от|пересланное сообщение от
द्वारा|प्रेषक|भेजने वाला|की ओर से|अग्रेषित|द्वारा अग्रेषित|संदेश भेजने वाला|फॉरवर्ड किया गया|से`);

/** Says that a message was forwarded, and not from whom. */
export const forwardMarks = words(`
fwd|fw|forwarded|forward|forwarded message|begin forwarded message|forwarded text|original message
rv|reenviado|mensaje reenviado|tr|transféré|message transféré|message d'origine|wg|weitergeleitet|weitergeleitete nachricht
ursprüngliche nachricht|пересл|переслано|пересланное сообщение|अग्रेषित संदेश|फॉरवर्ड|mensaje original
исходное сообщение|text message|imessage|sms message|mensaje de texto`);

/** Fields of a forward's head that are neither the sender nor the text. */
export const fieldLabels = words(`
date|sent|received|time|to|sent at|received at|fecha|enviado|recibido|hora|para|envoyé|envoyé le|reçu|reçu le|heure|à
datum|gesendet|empfangen|uhrzeit|an|дата|отправлено|получено|время|кому|दिनांक|समय|प्राप्त|भेजा गया|को|name|sim|sim card`);

/** After these the text begins, on the same line or on the next. */
export const textLabels = words(`
msg|message|text|body|sms|subj|subject|mensaje|texto|asunto|objet|texte|betreff|nachricht|тема|сообщение|текст|संदेश|विषय`);

/** Behind a number they say that what follows is quoted. */
export const wroteWords = words(`
wrote|writes|says|said|texted|sent|escribió|dijo|a écrit|dit|schrieb|sagt|написал|написала|написал(а)|пишет
ने लिखा|ने कहा|से|द्वारा|की ओर से`);

/** What people write before a bare number when asked for it. */
export const introductions = words(`
from|it was|it's|its|it is|it came from|came from|it was from|this number|the number|number|the number is|the number was
number is|number was|this is the number|sender|the sender|the sender is|the sender was|sender is|sender number|from number
was|is|tel|phone|phone number|no|nr|num|short code|code|sent from|sent by|text from|text came from|sms from|got it from
it says|it said|it came from a number|came from a number|from a number|they texted from|spam from
de|del|fue|fue el|era|era el|el número|número|el número es|el número era|número es|remitente|es|desde|vino de|del número|teléfono|me llegó de
le numéro|numéro|le numéro est|numéro est|expéditeur|c'était|c'était le|c'est|c'est le|le numéro était|du|du numéro|reçu de|envoyé par|venait de
von|vom|der absender|absender|die nummer|nummer|die nummer ist|nummer ist|die nummer war|es war|es war die|das war|das war die|das ist|kam von|der nummer|sms von
от|с|номер|с номера|номер отправителя|отправитель|это был|это было с|номер был|это|пришло с|пришло от|номер такой|смс от
नंबर|नम्बर|यह नंबर|नंबर है|नंबर था|प्रेषक|भेजने वाला|फोन नंबर|मोबाइल नंबर|यह`);

/** What polite people write behind it. */
export const courtesiesBehind = words(`
thanks|thank you|thx|ty|please|pls|gracias|por favor|merci|s'il vous plaît|svp|danke|bitte|vielen dank|спасибо|пожалуйста
धन्यवाद|शुक्रिया`);
