/**
 * How numbers are dialled, per calling code. Frozen in this file on purpose: identities of senders are computed from it,
 * so it must not change with a library's metadata. Taken on 2026-11-21 from the ITU list of E.164 country codes and
 * libphonenumber's territories (prefixes and lengths only, no assigned patterns), reviewed by hand. Changing a row moves
 * the identity of numbers already reported: it needs a decision record and a `recount`.
 */
export interface DiallingPlan {
  readonly callingCode: string;
  /** The main country first. */
  readonly countries: readonly string[];
  /** What is dialled in front of a number inside the country and left out from abroad; '' where there is none. */
  readonly trunk: '' | '0' | '1' | '8' | '06';
  /** Digits of the longest number that people write without trunk prefix. */
  readonly longest: number;
  /** Lengths of up to 8 digits that are complete numbers without a trunk prefix, so no short codes. */
  readonly whole: readonly number[];
  /** Anything shorter is part of a number: an area code, a calling code. */
  readonly shortest: number;
}

// callingCode:countries:longest[:whole lengths]
const rows: ReadonlyArray<readonly [DiallingPlan['trunk'], string]> = [
  ['1', '1:US,CA,AG,AI,AS,BB,BM,BS,DM,DO,GD,GU,JM,KN,KY,LC,MP,MS,PR,SX,TC,TT,VC,VG,VI:10:7,8 692:MH:7:7'],
  ['8', '7:RU,KZ:10 375:BY:9 993:TM:8:8'],
  ['06', '36:HU:9'],
  [
    '0',
    `20:EG:10 27:ZA:9 31:NL:10 32:BE:9 33:FR:9 40:RO:9 41:CH:9 43:AT:10 44:GB,GG,IM,JE:10 46:SE:9 49:DE:10 51:PE:9
53:CU:8 54:AR:10 55:BR:11 57:CO:10 58:VE:10 60:MY:10 61:AU,CC,CX:9 62:ID:10 63:PH:10 64:NZ:9 66:TH:9 81:JP:10
82:KR:10 84:VN:10 86:CN:11 90:TR:10 91:IN:10 92:PK:10 93:AF:9 94:LK:9 95:MM:9 98:IR:10 211:SS:9 212:MA,EH:9
213:DZ:9 218:LY:9 231:LR:9 232:SL:8 233:GH:9 234:NG:10 243:CD:10 249:SD:9 250:RW:9 251:ET:9 252:SO:9 254:KE:9
255:TZ:9 256:UG:9 260:ZM:9 261:MG:9 262:RE,YT:9 263:ZW:9 264:NA:9 265:MW:9 291:ER:7 353:IE:10 355:AL:9
358:FI,AX:10 359:BG:9 370:LT:8 373:MD:8 374:AM:8 377:MC:9 380:UA:9 381:RS:10 382:ME:8 383:XK:10 385:HR:9
386:SI:8 387:BA:9 389:MK:8 421:SK:9 423:LI:9:7 508:PM:6 590:GP,BL,MF:9 591:BO:8:8 593:EC:9 594:GF:9 595:PY:9
596:MQ:9 598:UY:8 686:KI:8:5,8 850:KP:10 855:KH:9 856:LA:10 880:BD:10 886:TW:9 961:LB:8:8 962:JO:9 963:SY:9
964:IQ:10 966:SA:9 967:YE:9 970:PS:9 971:AE:9 972:IL:10 976:MN:10:8 977:NP:10 994:AZ:9 995:GE:9 996:KG:9`,
  ],
  [
    '',
    `30:GR:10 34:ES:9 39:IT,VA:10 45:DK:8:8 47:NO,SJ:8:8 48:PL:9 52:MX:10 56:CL:9 65:SG:8:8 216:TN:8:8 220:GM:9:7
221:SN:9 222:MR:8:8 223:ML:8:8 224:GN:9:8 225:CI:10 226:BF:8:8 227:NE:8:8 228:TG:8:8 229:BJ:10 230:MU:8:7,8
235:TD:8:8 236:CF:8:8 237:CM:9 238:CV:7:7 239:ST:7:7 240:GQ:9 241:GA:8:7,8 242:CG:9 244:AO:9 245:GW:9 246:IO:7:7
247:AC:6:5,6 248:SC:7:7 253:DJ:8:8 257:BI:8:8 258:MZ:9:8 266:LS:8:8 267:BW:8:7,8 268:SZ:8:8 269:KM:7:7
290:SH,TA:5:4,5 297:AW:7:7 298:FO:6:6 299:GL:6:6 350:GI:8:8 351:PT:9 352:LU:10:6,7,8 354:IS:9:7 356:MT:8:8
357:CY:8:8 371:LV:8:8 372:EE:8:7,8 376:AD:6:6 378:SM:10:6,8 420:CZ:9 500:FK:5:5 501:BZ:7:7 502:GT:8:8 503:SV:8:8
504:HN:8:8 505:NI:8:8 506:CR:8:8 507:PA:8:7,8 509:HT:8:8 592:GY:7:7 597:SR:7:6,7 599:CW,BQ:8:7,8 670:TL:8:7,8
672:NF:6:6 673:BN:7:7 674:NR:7:7 675:PG:8:7,8 676:TO:7:5,7 677:SB:7:5,7 678:VU:7:5,7 679:FJ:7:7 680:PW:7:7
681:WF:6:6 682:CK:5:5 683:NU:7:4,7 685:WS:7:5,6,7 687:NC:6:6 688:TV:7:5,6,7 689:PF:8:8 690:TK:7:4,5,6,7
691:FM:7:7 852:HK:8:8 853:MO:8:8 960:MV:7:7 965:KW:8:8 968:OM:8:8 973:BH:8:8 974:QA:8:8 975:BT:8:7,8 992:TJ:9
998:UZ:9 800::8 808::8 870::9 878::12 881::9 882::12 883::12 888::11 979::9`,
  ],
];

/** Open numbering plans with very short numbers that are written with trunk prefix or in full. */
const shortestOf: ReadonlyMap<string, number> = new Map([
  ['43', 4],
  ['47', 5],
  ['49', 5],
  ['352', 4],
  ['358', 5],
  ['598', 4],
]);

const plans: readonly DiallingPlan[] = rows.flatMap(([trunk, text]) =>
  text.split(/\s+/u).map((row) => {
    const [callingCode = '', countries = '', longest = '', whole = ''] = row.split(':');
    const lengths = whole.split(',').filter(Boolean).map(Number);
    return {
      callingCode,
      countries: countries.split(',').filter(Boolean),
      trunk,
      longest: Number(longest),
      whole: lengths,
      shortest: shortestOf.get(callingCode) ?? Math.min(6, ...lengths),
    };
  }),
);

const byCode = new Map(plans.map((plan) => [plan.callingCode, plan]));
const byCountry = new Map(plans.flatMap((plan) => plan.countries.map((country) => [country, plan])));

/** Undefined for a country without a calling code of its own or shared, and for anything that is no country. */
export function planOfCountry(country: string): DiallingPlan | undefined {
  return byCountry.get(country);
}

/** Calling codes are prefix-free (ITU-T E.164, 6.2.1), so the first one that fits is the only one. */
export function planOfInternational(digits: string): DiallingPlan | undefined {
  return byCode.get(digits.slice(0, 1)) ?? byCode.get(digits.slice(0, 2)) ?? byCode.get(digits.slice(0, 3));
}
