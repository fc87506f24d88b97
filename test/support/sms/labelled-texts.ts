/**
 * A hundred texts as spam is written, in our own words, labelled by hand: numbers of those reserved for fiction or of
 * premium ranges with invented ends, example domains and their like. Amounts are `value currency`.
 */
export interface LabelledText {
  readonly country: string;
  readonly text: string;
  readonly domains: readonly string[];
  readonly numbers: readonly string[];
  readonly amounts: readonly string[];
}

// country | text | hosts | numbers | amounts; lists by blanks, amounts with a comma between
const rows = `
GB | Congratulations! Your mobile has won a £2,000 prize. To claim call 09061 555 012 now. Calls 150ppm | | +449061555012 | 2000 GBP, 1.5 GBP
GB | WINNER! Claim ur 1000 pounds cash, ring 0871 555 0123 from a landline. 10p/min | | +448715550123 | 1000 GBP, 0.1 GBP
GB | Txt PRIZE to 80999 to get a FREE phone. Costs £1.50/msg, txt STOP to end | | 80999 | 1.5 GBP
GB | Reply YES-4U to 62468 or visit www.example.co.uk/win for ur 250 pound voucher! | www.example.co.uk | 62468 | 250 GBP
GB | FreeMsg: new tones weekly, text TONE to 87077. help: 08712555012150p/wk stop? txt STOP to 87077 | | 87077 +448712555012 |
GB | Evri: we missed you. Pay £1.45 redelivery at https://evri-redelivery.example.com/p?id=07700900123 | evri-redelivery.example.com | | 1.45 GBP
GB | HMRC: a tax refund of £276.44 is waiting. hxxps://gov-refund[.]example[.]com | gov-refund.example.com | | 276.44 GBP
GB | Hi mum my phone broke, this is my new number 07700 900456. Text me back xx | | +447700900456 |
GB | Your parcel is at the depot: royal-mail.example.net/track | royal-mail.example.net | |
GB | Lloyds: a new payee was added. If NOT you, go to http://lloyds.secure-login.example.org:8443/verify | lloyds.secure-login.example.org | |
GB | PPI! You may be owed up to £3,500.00. Call us on 0800 5550123 or text CLAIM to 88600 | | +448005550123 88600 | 3500 GBP
GB | Accident in the last 3 years? You are due £4.5k. Reply CLAIM or STOP | | | 4500 GBP
GB | URGENT we tried 2 contact u. Ur £900 prize from 18/11/26 is unclaimed. call09066555012 | | +449066555012 | 900 GBP
GB | 2nd attempt! Ur entitled 2 a 5* holiday. Call 09050-555-012. BOX95, 18+ | | +449050555012 |
GB | Netflix: payment failed. Update at netflix.example.com.Reply HELP for help | netflix.example.com | |
GB | ok.So I found this for u: bit.ly/3xAbC9 great.In stock now | bit.ly | |
GB | Your car tax has expired. example(dot)com/dvla | example.com | |
GB | Work from home £50 per hour! WhatsApp +44 7700 900789 | | +447700900789 | 50 GBP
GB | Loan approved 5000 GBP. Apply example dot co.uk today | example.co.uk | | 5000 GBP
GB | U have 1 new msg. Listen: http://203.0.113.9/v/88123 | 203.0.113.9 | |
US | USPS: your package is on hold, fee $1.99. https://usps.example.com/a1 | usps.example.com | | 1.99 USD
US | You won a $1,000 gift card! Claim at walmart-winner.example.net or text WIN to 55501 | walmart-winner.example.net | 55501 | 1000 USD
US | IRS: final notice. You owe $2,450.00. Call (413) 555-0142 now or be arrested | | +14135550142 | 2450 USD
US | Chase alert: card locked. Call 1-800-555-0199 | | +18005550199 |
US | Your car's warranty is ending. Press 1 or dial 413.555.0177. Reply STOP to 62468 to opt out | | +14135550177 62468 |
US | Venmo: $500 sent to you, accept: http://venmo@login.example.org/ok | login.example.org | | 500 USD
US | Hi Sarah, are we still on for golf on 11/21/2026? This is Lily, 212-555-0188 | | +12125550188 |
US | Medicare changes! Save $144 a month. 8005550123 | | +18005550123 | 144 USD
US | Amazon: order of $899.99 placed. Not you? Call +1 888 555 0144 | | +18885550144 | 899.99 USD
US | Toll violation: pay $6.99 at ezpass-toll.top/pay within 24 hours | ezpass-toll.top | | 6.99 USD
US | Student loan forgiveness, up to $20k. Call 4135550111 ext 5 | | +14135550111 | 20000 USD
US | FREE MSG: Text YES to 12345 for weekly deals, msg&data rates may apply | | 12345 |
US | Donate $10 to the fund: text GIVE to 5551 | | 5551 | 10 USD
US | BTC doubling event, 2 million dollars in prizes. crypto-gift.example.com | crypto-gift.example.com | | 2000000 USD
US | CALL NOW.IT IS FREE! 1 (800) 555-0167 | | +18005550167 |
US | Your Apple ID is locked: xn--pple-43d.example.com/unlock | xn--pple-43d.example.com | |
US | Reward pending. t.me/prizehelper Reply with your order no 4481-2231 | t.me | |
US | Political poll: vote at HTTPS://WWW.EXAMPLE.COM/POLL2026. Text QUIT to 50409 | www.example.com | 50409 |
US | Costco: survey reward $100 >> costco-survey.github.io << | costco-survey.github.io | | 100 USD
US | Need cash? Up to $5,000 by tomorrow, lend.example.net, 24/7 support | lend.example.net | | 5000 USD
IN | Dear customer, your SBI account will be blocked today. Update PAN: http://sbi-kyc.example.in/u | sbi-kyc.example.in | |
IN | Congratulations! Rs. 25,00,000 KBC lottery. Call 98765 43210 | | +919876543210 | 2500000 INR
IN | Loan of ₹5 lakh approved. Call 1800 555 0123 | | +9118005550123 | 500000 INR
IN | Earn Rs 3000 daily, WhatsApp +91 98765 00001 | | +919876500001 | 3000 INR
IN | Your electricity will be cut at 9.30 pm. Call officer 9876543211 | | +919876543211 |
IN | Win iPhone! SMS WIN to 56070. Cost Rs.3/sms | | 56070 | 3 INR
IN | Job in Amazon, salary INR 28,000 pm. wa.me/919876543212 | wa.me | | 28000 INR
IN | आपने 10,00,000 रुपये जीते हैं! कॉल करें 09876543213 | | +919876543213 | 1000000 INR
IN | आपका खाता बंद होगा। लिंक: https://kyc.example.co.in/a | kyc.example.co.in | |
IN | Rummy bonus Rs.8500! play-rummy.example.com ok.So join | play-rummy.example.com | | 8500 INR
IN | Aadhaar update pending, visit uidai.example.in today | uidai.example.in | |
IN | Plot at 15 lakh only! Call 080-4555-0123 | | +918045550123 |
IN | Missed call 011 4555 0199 for free demat a/c | | +911145550199 |
IN | Credit card limit ₹1,50,000. Apply: bit.ly/cc-xyz T&C | bit.ly | | 150000 INR
DE | Sie haben 1.000,50 € gewonnen! Rufen Sie an: 0900 5 555012 | | +499005555012 | 1000.5 EUR
DE | DHL: Zollgebühr 2,99 EUR offen. https://dhl-zoll.example.de/z | dhl-zoll.example.de | | 2.99 EUR
DE | Hallo Papa, neue Nummer: 0151 23456789. Schreib mir auf WhatsApp | | +4915123456789 |
DE | Sparkasse: Ihr TAN-Verfahren läuft ab. sparkasse-push.example.com | sparkasse-push.example.com | |
DE | Sende GEWINN an 81555 (1,99€/SMS) | | 81555 | 1.99 EUR
DE | Kredit bis 50.000 Euro ohne Schufa, Tel. 030/5550123 | | +49305550123 | 50000 EUR
DE | Ihr Paket: paket[.]example[.]org | paket.example.org | |
DE | Jackpot! 500€ Bonus im casino-spiel.example.net, ab 18 | casino-spiel.example.net | | 500 EUR
DE | Enkel hier, ruf mich an +49 (30) 555 0145 | | +49305550145 |
DE | fertig.Der Termin ist am 21.11.2026 um 10:00, www.example.com | www.example.com | |
FR | Vous avez gagné 2 000 € ! Appelez le 08 99 55 50 12 | | +33899555012 | 2000 EUR
FR | Ameli : votre carte vitale expire. https://ameli.example.fr/carte | ameli.example.fr | |
FR | CPF : 1.500,00 euros disponibles, appelez le 01 99 00 12 34 | | +33199001234 | 1500 EUR
FR | Colis en attente, frais 1,95€ : colis-suivi.example.com/fr | colis-suivi.example.com | | 1.95 EUR
FR | Envoyez OUI au 81010 pour recevoir votre cadeau | | 81010 |
FR | Amende impayée de 35 €. amendes[.]gouv[.]example[.]com | amendes.gouv.example.com | | 35 EUR
FR | Bonjour maman, mon nouveau numéro est le 06 39 98 00 01 | | +33639980001 |
FR | Rappelez le 0899.55.50.13 (3€/appel + prix appel) | | +33899555013 | 3 EUR
FR | Gagnez un iPhone, répondez STOP au 36111 pour ne plus recevoir | | 36111 |
FR | Crypto : +300 % garantis, t.me/gain-rapide | t.me | |
ES | ¡Ha ganado 3.000 €! Llame al 806 555 012 | | +34806555012 | 3000 EUR
ES | Correos: pague 1,79 € en correos-envio.example.es/pago | correos-envio.example.es | | 1.79 EUR
ES | BBVA: su cuenta ha sido bloqueada. hxxp://bbva[.]example[.]com/login | bbva.example.com | |
ES | Hola mamá, se me rompió el móvil. Escríbeme al 612 34 56 78 | | +34612345678 |
ES | Envía PREMIO al 25255 y gana. 1,45€/sms | | 25255 | 1.45 EUR
MX | Ganaste $50,000 pesos. Llama al 55 5550 0123 | | +525555500123 | 50000 MXN
MX | SAT: tiene una devolución de $12,345.67. https://sat.example.mx | sat.example.mx | | 12345.67 MXN
ES | Préstamo 10.000 euros sin aval. www.example.es, tel 911 23 45 67 | www.example.es | +34911234567 | 10000 EUR
RU | Вы выиграли 500 000 руб! Звоните 8 (495) 123-45-67 | | +74951234567 | 500000 RUB
RU | Ваша карта заблокирована. Тел. 8-800-555-01-23 | | +78005550123 |
RU | Госуслуги: выплата 10 000₽, https://gosuslugi.example.ru/v | gosuslugi.example.ru | | 10000 RUB
RU | Мам, это мой новый номер +7 912 345-67-89 | | +79123456789 |
RU | Кредит 300 тыс. без справок. сайт кредит-онлайн.рф/заявка | xn----8sbkdqibmrdgt3a.xn--p1ai | |
RU | Отправьте СМС с текстом ДА на 4446. Стоимость 118 рублей | | 4446 | 118 RUB
RU | Посылка ждёт: pochta(.)example(.)ru | pochta.example.ru | |
RU | Работа от 5000 руб в день, t.me/rabota_tut | t.me | | 5000 RUB
AU | AusPost: $2.40 due, https://auspost.example.com.au/pay | auspost.example.com.au | | 2.4 AUD
AU | Linkt: unpaid toll $8.95. Call 1300 975 707 or 0491 570 006 | | +611300975707 +61491570006 | 8.95 AUD
CA | CRA: you have a refund of $458.12. http://cra-arc.example.ca/r | cra-arc.example.ca | | 458.12 CAD
CA | Interac: $320 deposit waiting, text HELP to 555123 | | 555123 | 320 CAD
IE | An Post: fee of €2.99 due. anpost.example.ie/fee or 01 555 0123 | anpost.example.ie | +35315550123 | 2.99 EUR
GB | Dont miss out! Chat 2 local girls, send HI to 69123. 3 msgs £4.50. Over 18s, 69123 | | 69123 | 4.5 GBP
GB | Mail winner@example.com or call 020 7946 0123. Ref 20261121-5550123 | | +442079460123 |
US | Order #4135550142 shipped! Total: $35.00. Track ID 9400 1112 0255 5012 3456 78 | | | 35 USD
GB | I'll be home at 10:30, can u get 2 pints of milk and 6 eggs? x | | |
GB | OTP for ur login is 482913. Do not share it. Valid 10 mins | | |
`;

const listed = (field: string, separator: string) =>
  field
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);

export const labelledTexts: readonly LabelledText[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [country = '', text = '', domains = '', numbers = '', amounts = ''] = row.split('|');
    return {
      country: country.trim(),
      text: text.trim(),
      domains: listed(domains, ' '),
      numbers: listed(numbers, ' '),
      amounts: listed(amounts, ','),
    };
  });
