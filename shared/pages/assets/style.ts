import { createHash } from 'node:crypto';
import { html } from '#shared/http/html.ts';

/** The look of every page. Logical properties only, so that it mirrors for right-to-left scripts; sizes in rem, so that it zooms. */
const sheet = html`
:root{color-scheme:light dark;--paper:#faf8f3;--card:#fff;--ink:#17242b;--soft:#4b5a61;--line:#d5d0c4;--edge:#6f7b80;--deep:#0c4a52;--link:#0b5a66;--on:#fff;--brass:#a86414;--alarm:#a52a12;--alarm-bg:#fdf0ea;--calm-bg:#e8f1ef;--focus:#f2b705;--bar:#0f6b76}
@media (prefers-color-scheme:dark){:root{--paper:#10191d;--card:#18242a;--ink:#e9ece8;--soft:#a9b6ba;--line:#34434a;--edge:#7f8e94;--deep:#0a3239;--link:#86d0d8;--on:#fff;--brass:#e0a458;--alarm:#ff9f86;--alarm-bg:#33201b;--calm-bg:#16302f;--bar:#5bb8c2}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.2;text-wrap:balance;margin-block:0 .5rem}
h1{font:700 clamp(1.75rem,1.2rem + 2.6vw,2.6rem)/1.12 Georgia,serif;letter-spacing:-.012em}
h2{font-size:1.2rem;margin-block-start:2.25rem}
h3{font-size:1.0625rem}
p,ul,ol,dl,figure,pre,fieldset{margin-block:0 1rem;margin-inline:0}
a{color:var(--link);text-underline-offset:.18em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;box-shadow:0 0 0 2px var(--ink)}
main:focus,[tabindex="-1"]:focus:not(.errors){outline:0;box-shadow:none}
.wrap{max-inline-size:44rem;margin-inline:auto;padding-inline:1.125rem}
.skip{position:absolute;inset-inline-start:-100vw;background:var(--focus);color:#17242b;padding:.5rem 1rem;z-index:1}
.skip:focus{inset-inline-start:0}
.top{background:var(--deep);color:var(--on)}
.top::after{content:"";display:block;block-size:.5rem;background:repeating-linear-gradient(90deg,var(--brass) 0 .3rem,transparent .3rem .9rem);opacity:.9}
.top a{color:var(--on)}
.bar{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;padding-block:.75rem}
.brand{display:inline-flex;gap:.6rem;align-items:center;font:700 1.2rem/1.2 Georgia,serif;text-decoration:none;min-block-size:2.75rem}
.brand svg{inline-size:1.9rem;block-size:1.9rem;flex:none}
.nav{display:flex;flex-wrap:wrap;gap:0 1.1rem;margin:0;padding:0;list-style:none}
.nav a{display:inline-block;padding-block:.5rem;font-size:.95rem}
.nav [aria-current]{text-decoration-thickness:.2em}
.tongues{display:flex;flex-wrap:wrap;gap:.25rem .9rem;align-items:center;padding-block:.75rem 0;font-size:.95rem}
.tongues button:not(.hidden){all:unset;cursor:pointer;color:var(--link);text-decoration:underline;text-underline-offset:.18em;padding-block:.3rem;min-inline-size:1.5rem}
.tongues button:focus-visible{outline:3px solid var(--focus);outline-offset:2px;box-shadow:0 0 0 2px var(--ink)}
.tongues [aria-current]{color:var(--ink);text-decoration:none;font-weight:700;padding-block:.3rem}
main{padding-block:1.75rem 3rem}
.lead{font-size:1.2rem;color:var(--soft);max-inline-size:38rem}
.hint,.small{color:var(--soft);font-size:.95rem}
.foot{border-block-start:1px solid var(--line);padding-block:1.25rem 2.5rem;font-size:.95rem}
.foot ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0;margin:0}
.ways{list-style:none;padding:0;display:grid;gap:.9rem;margin-block:1.75rem}
.ways a{display:block;background:var(--card);border:1px solid var(--line);border-inline-start:.4rem solid var(--brass);border-radius:.35rem;padding:1rem 1.2rem;text-decoration:none;color:var(--ink)}
.ways a:hover{border-color:var(--edge);border-inline-start-color:var(--brass)}
.ways strong{display:block;color:var(--link);font-size:1.2rem;text-decoration:underline;text-underline-offset:.18em}
.ways span{color:var(--soft)}
.steps{padding-inline-start:0;list-style:none;counter-reset:step}
.steps li{counter-increment:step;position:relative;padding-inline-start:2.9rem;min-block-size:2.2rem;margin-block-end:.9rem}
.steps li::before{content:counter(step);position:absolute;inset-inline-start:0;inset-block-start:0;inline-size:2rem;block-size:2rem;border-radius:50%;border:2px solid var(--brass);display:grid;place-items:center;font-weight:700;font-size:.95rem}
form{margin:0}
.field{margin-block:0 1.6rem}
label,legend{display:block;font-weight:700;padding:0;margin-block-end:.2rem}
.field .hint{margin-block-end:.45rem}
.field .optional{font-weight:400;color:var(--soft)}
fieldset{border:0;padding:0;min-inline-size:0}
input[type=text],input[type=tel],input[type=email],input[type=date],input[type=time],select,textarea{font:inherit;color:inherit;background:var(--card);border:2px solid var(--edge);border-radius:.3rem;padding:.55rem .7rem;inline-size:100%;max-inline-size:24rem;min-block-size:2.9rem}
input[type=date],input[type=time]{inline-size:13rem}
input[type=time]{inline-size:10rem}
input[type=file]{font:inherit;color:inherit;background:var(--card);border:2px dashed var(--edge);border-radius:.3rem;padding:.9rem .8rem;inline-size:100%;max-inline-size:32rem}
textarea{max-inline-size:100%;min-block-size:8rem;resize:vertical}
.wide{max-inline-size:100%!important}
.choice{display:flex;gap:.75rem;align-items:flex-start;margin-block:.15rem}
.choice input{flex:none;inline-size:1.5rem;block-size:1.5rem;margin:.35rem 0;accent-color:var(--bar)}
.choice label{font-weight:400;margin:0;padding-block:.35rem;flex:1}
.pair{display:flex;flex-wrap:wrap;gap:0 2rem}
.bad{border-inline-start:.3rem solid var(--alarm);padding-inline-start:.9rem}
.bad input,.bad select,.bad textarea{border-color:var(--alarm)}
.error{color:var(--alarm);font-weight:700;margin-block-end:.4rem}
.errors{border:3px solid var(--alarm);border-radius:.35rem;background:var(--card);padding:1rem 1.2rem .4rem;margin-block:0 1.75rem}
.errors h2{margin-block:0 .4rem}
.errors a{color:var(--alarm);font-weight:700}
.button{display:inline-block;font:inherit;font-weight:700;border:0;border-radius:.3rem;background:var(--deep);color:var(--on);padding:.75rem 1.4rem;cursor:pointer;text-decoration:none;min-block-size:2.9rem;box-shadow:inset 0 -.2rem 0 rgb(0 0 0/.28)}
@media (prefers-color-scheme:dark){.button{background:#1b6f7a}}
.button:hover{filter:brightness(1.15)}
.button[aria-disabled=true]{opacity:.65;cursor:progress}
.button.plain{background:transparent;color:var(--link);box-shadow:inset 0 0 0 2px var(--edge)}
.button.grave{background:var(--alarm)}
@media (prefers-color-scheme:dark){.button.grave{background:#b23a20}}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:center;margin-block:1.25rem 0}
.buttons+.hint,.buttons+p,.hidden+details{margin-block-start:1.25rem}
.link{font:inherit;border:0;padding:.3rem 0;background:none;color:var(--link);text-decoration:underline;text-underline-offset:.18em;cursor:pointer;text-align:start}
.tally,.turn{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;align-items:baseline;margin-block:1.5rem}
.turn{align-items:center;gap:.75rem 1rem}
.party{background:var(--card);border:1px solid var(--line);border-radius:.35rem;padding:.75rem 1.1rem;margin-block:0 .7rem}
.party legend{float:inline-start;inline-size:100%;margin:0}
.party .choice{clear:both}
.words{display:block;color:var(--soft);overflow-wrap:anywhere}
.plain-list{list-style:none;padding:0}
.plain-list li{margin-block-end:.35rem}
.sent h2{margin-block:1.4rem .35rem;font-size:1.0625rem}
.sent li{border-block-start:1px solid var(--line);padding-block:.45rem;margin:0;display:flex;flex-wrap:wrap;gap:0 1rem}
.sent .tag{flex:0 0 15rem}
.sent a{flex:1 1 14rem}
form+p{margin-block-start:1.5rem}
.code{font-family:ui-monospace,monospace;font-size:.95rem;white-space:nowrap}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:0 1.5rem}
details{margin-block:0 1.25rem}
summary{cursor:pointer;color:var(--link);padding-block:.45rem;text-decoration:underline;text-underline-offset:.18em;inline-size:fit-content;max-inline-size:100%}
details[open]>summary{margin-block-end:.6rem}
.verdict{border-inline-start:.5rem solid var(--brass);padding-inline-start:1.1rem;margin-block-end:1.75rem}
.verdict.broken{border-color:var(--alarm)}
.verdict p{margin:0;color:var(--soft)}
.verdict strong,.whole{white-space:nowrap}
.rules{list-style:none;padding:0;display:grid;gap:.8rem}
.rules li{background:var(--card);border:1px solid var(--line);border-radius:.35rem;padding:.9rem 1.1rem}
.rules.broken li{border-inline-start:.3rem solid var(--alarm)}
.rules p{margin:.25rem 0 0}
.rules h3{margin:0}
.tag{font-weight:400;color:var(--soft);font-size:.95rem}
.panel{background:var(--card);border:1px solid var(--line);border-radius:.35rem;padding:1.1rem 1.2rem;margin-block:1.5rem}
.panel.calm{background:var(--calm-bg);border-color:transparent}
.panel.ask{border:2px solid var(--brass)}
.panel>:last-child{margin-block-end:0}
.panel h2{margin-block-start:0}
.receipt{font:700 clamp(1.15rem,.8rem + 2vw,1.5rem)/1.4 ui-monospace,monospace;letter-spacing:.04em;margin-block-end:.3rem;user-select:all}
.chart{inline-size:100%;max-inline-size:32rem;block-size:auto;display:block}
.chart rect{fill:var(--bar)}
.chart line{stroke:var(--edge)}
.ends{display:flex;justify-content:space-between;max-inline-size:32rem;color:var(--soft);font-size:.95rem;margin:0}
table{border-collapse:collapse}
th,td{text-align:start;padding:.25rem 1.25rem .25rem 0;border-block-end:1px solid var(--line)}
td:last-child{text-align:end;font-variant-numeric:tabular-nums;padding-inline-end:0}
dl.facts{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.3rem 1.25rem}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0}
@media (max-width:40rem){.sent .tag,.sent a{flex-basis:100%}}
@media (max-width:30rem){dl.facts{grid-template-columns:1fr}dl.facts dd{margin-block-end:.5rem}}
.story{list-style:none;padding:0;margin-inline-start:.4rem;border-inline-start:2px solid var(--line)}
.story li{position:relative;padding-inline-start:1.3rem;padding-block-end:.9rem}
.story li::before{content:"";position:absolute;inset-inline-start:-.42rem;inset-block-start:.5rem;inline-size:.7rem;block-size:.7rem;border-radius:50%;background:var(--bar)}
.story time{display:block;color:var(--soft);font-size:.95rem}
.paper{background:linear-gradient(transparent,var(--card) 60%) 0 100%/100% 3rem no-repeat local,linear-gradient(transparent,var(--edge)) 0 100%/100% .5rem no-repeat var(--card);border:1px solid var(--line);border-radius:.35rem;padding:1rem 1.2rem;max-block-size:32rem;overflow:auto;white-space:pre-wrap;font:.95rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
@media (prefers-reduced-motion:no-preference){.ways a,.button{transition:border-color .12s,filter .12s}}
@media (forced-colors:active){.button{border:2px solid ButtonText}.chart rect{fill:CanvasText}}
@media print{.top::after,.tongues,.nav,.foot,.buttons{display:none}}
`;

/** Stands in the page itself: whoever comes for the first time sees it one request earlier (docs/adr/0020). */
export const styleElement = html`<style>${sheet}</style>`;

/** The source in a content-security policy that allows this one style element (CSP Level 3, 2.3.1). */
export const styleSource = `'sha256-${createHash('sha256').update(sheet.toString()).digest('base64')}'`;
