import * as de from './de.ts';
import * as en from './en.ts';
import * as es from './es.ts';
import * as fr from './fr.ts';
import * as hi from './hi.ts';
import type { Group } from './messages.ts';
import * as ru from './ru.ts';

// One constant a group, so that the bundle of a function holds the groups that its pages use and no other.

export const common: Group<'common'> = {
  en: en.common,
  es: es.common,
  fr: fr.common,
  ru: ru.common,
  hi: hi.common,
  de: de.common,
};
export const home: Group<'home'> = { en: en.home, es: es.home, fr: fr.home, ru: ru.home, hi: hi.home, de: de.home };
export const form: Group<'form'> = { en: en.form, es: es.form, fr: fr.form, ru: ru.form, hi: hi.form, de: de.form };
export const errors: Group<'errors'> = {
  en: en.errors,
  es: es.errors,
  fr: fr.errors,
  ru: ru.errors,
  hi: hi.errors,
  de: de.errors,
};
export const checks: Group<'checks'> = {
  en: en.checks,
  es: es.checks,
  fr: fr.checks,
  ru: ru.checks,
  hi: hi.checks,
  de: de.checks,
};
export const topics: Group<'topics'> = {
  en: en.topics,
  es: es.topics,
  fr: fr.topics,
  ru: ru.topics,
  hi: hi.topics,
  de: de.topics,
};
export const purposes: Group<'purposes'> = {
  en: en.purposes,
  es: es.purposes,
  fr: fr.purposes,
  ru: ru.purposes,
  hi: hi.purposes,
  de: de.purposes,
};
export const relationships: Group<'relationships'> = {
  en: en.relationships,
  es: es.relationships,
  fr: fr.relationships,
  ru: ru.relationships,
  hi: hi.relationships,
  de: de.relationships,
};
export const lineTypes: Group<'lineTypes'> = {
  en: en.lineTypes,
  es: es.lineTypes,
  fr: fr.lineTypes,
  ru: ru.lineTypes,
  hi: hi.lineTypes,
  de: de.lineTypes,
};
export const asking: Group<'asking'> = {
  en: en.asking,
  es: es.asking,
  fr: fr.asking,
  ru: ru.asking,
  hi: hi.asking,
  de: de.asking,
};
export const questions: Group<'questions'> = {
  en: en.questions,
  es: es.questions,
  fr: fr.questions,
  ru: ru.questions,
  hi: hi.questions,
  de: de.questions,
};
export const verdict: Group<'verdict'> = {
  en: en.verdict,
  es: es.verdict,
  fr: fr.verdict,
  ru: ru.verdict,
  hi: hi.verdict,
  de: de.verdict,
};
export const rules: Group<'rules'> = {
  en: en.rules,
  es: es.rules,
  fr: fr.rules,
  ru: ru.rules,
  hi: hi.rules,
  de: de.rules,
};
export const jurisdictions: Group<'jurisdictions'> = {
  en: en.jurisdictions,
  es: es.jurisdictions,
  fr: fr.jurisdictions,
  ru: ru.jurisdictions,
  hi: hi.jurisdictions,
  de: de.jurisdictions,
};
export const sender: Group<'sender'> = {
  en: en.sender,
  es: es.sender,
  fr: fr.sender,
  ru: ru.sender,
  hi: hi.sender,
  de: de.sender,
};
export const lookUp: Group<'lookUp'> = {
  en: en.lookUp,
  es: es.lookUp,
  fr: fr.lookUp,
  ru: ru.lookUp,
  hi: hi.lookUp,
  de: de.lookUp,
};
export const receipt: Group<'receipt'> = {
  en: en.receipt,
  es: es.receipt,
  fr: fr.receipt,
  ru: ru.receipt,
  hi: hi.receipt,
  de: de.receipt,
};
export const figures: Group<'figures'> = {
  en: en.figures,
  es: es.figures,
  fr: fr.figures,
  ru: ru.figures,
  hi: hi.figures,
  de: de.figures,
};
export const complaint: Group<'complaint'> = {
  en: en.complaint,
  es: es.complaint,
  fr: fr.complaint,
  ru: ru.complaint,
  hi: hi.complaint,
  de: de.complaint,
};
export const status: Group<'status'> = {
  en: en.status,
  es: es.status,
  fr: fr.status,
  ru: ru.status,
  hi: hi.status,
  de: de.status,
};
export const reportStates: Group<'reportStates'> = {
  en: en.reportStates,
  es: es.reportStates,
  fr: fr.reportStates,
  ru: ru.reportStates,
  hi: hi.reportStates,
  de: de.reportStates,
};
export const complaintStates: Group<'complaintStates'> = {
  en: en.complaintStates,
  es: es.complaintStates,
  fr: fr.complaintStates,
  ru: ru.complaintStates,
  hi: hi.complaintStates,
  de: de.complaintStates,
};
export const events: Group<'events'> = {
  en: en.events,
  es: es.events,
  fr: fr.events,
  ru: ru.events,
  hi: hi.events,
  de: de.events,
};
export const correct: Group<'correct'> = {
  en: en.correct,
  es: es.correct,
  fr: fr.correct,
  ru: ru.correct,
  hi: hi.correct,
  de: de.correct,
};
export const withdraw: Group<'withdraw'> = {
  en: en.withdraw,
  es: es.withdraw,
  fr: fr.withdraw,
  ru: ru.withdraw,
  hi: hi.withdraw,
  de: de.withdraw,
};
export const data: Group<'data'> = { en: en.data, es: es.data, fr: fr.data, ru: ru.data, hi: hi.data, de: de.data };
export const regulators: Group<'regulators'> = {
  en: en.regulators,
  es: es.regulators,
  fr: fr.regulators,
  ru: ru.regulators,
  hi: hi.regulators,
  de: de.regulators,
};
export const nowhere: Group<'nowhere'> = {
  en: en.nowhere,
  es: es.nowhere,
  fr: fr.nowhere,
  ru: ru.nowhere,
  hi: hi.nowhere,
  de: de.nowhere,
};
export const notFound: Group<'notFound'> = {
  en: en.notFound,
  es: es.notFound,
  fr: fr.notFound,
  ru: ru.notFound,
  hi: hi.notFound,
  de: de.notFound,
};
export const faults: Group<'faults'> = {
  en: en.faults,
  es: es.faults,
  fr: fr.faults,
  ru: ru.faults,
  hi: hi.faults,
  de: de.faults,
};
export const contest: Group<'contest'> = {
  en: en.contest,
  es: es.contest,
  fr: fr.contest,
  ru: ru.contest,
  hi: hi.contest,
  de: de.contest,
};
export const log: Group<'log'> = { en: en.log, es: es.log, fr: fr.log, ru: ru.log, hi: hi.log, de: de.log };
export const logUpload: Group<'logUpload'> = {
  en: en.logUpload,
  es: es.logUpload,
  fr: fr.logUpload,
  ru: ru.logUpload,
  hi: hi.logUpload,
  de: de.logUpload,
};
export const logList: Group<'logList'> = {
  en: en.logList,
  es: es.logList,
  fr: fr.logList,
  ru: ru.logList,
  hi: hi.logList,
  de: de.logList,
};
export const logFacts: Group<'logFacts'> = {
  en: en.logFacts,
  es: es.logFacts,
  fr: fr.logFacts,
  ru: ru.logFacts,
  hi: hi.logFacts,
  de: de.logFacts,
};
export const logDirections: Group<'logDirections'> = {
  en: en.logDirections,
  es: es.logDirections,
  fr: fr.logDirections,
  ru: ru.logDirections,
  hi: hi.logDirections,
  de: de.logDirections,
};
export const logFaults: Group<'logFaults'> = {
  en: en.logFaults,
  es: es.logFaults,
  fr: fr.logFaults,
  ru: ru.logFaults,
  hi: hi.logFaults,
  de: de.logFaults,
};
export const logSkips: Group<'logSkips'> = {
  en: en.logSkips,
  es: es.logSkips,
  fr: fr.logSkips,
  ru: ru.logSkips,
  hi: hi.logSkips,
  de: de.logSkips,
};
export const logTicks: Group<'logTicks'> = {
  en: en.logTicks,
  es: es.logTicks,
  fr: fr.logTicks,
  ru: ru.logTicks,
  hi: hi.logTicks,
  de: de.logTicks,
};
export const logColumns: Group<'logColumns'> = {
  en: en.logColumns,
  es: es.logColumns,
  fr: fr.logColumns,
  ru: ru.logColumns,
  hi: hi.logColumns,
  de: de.logColumns,
};
export const logDone: Group<'logDone'> = {
  en: en.logDone,
  es: es.logDone,
  fr: fr.logDone,
  ru: ru.logDone,
  hi: hi.logDone,
  de: de.logDone,
};
export const proof: Group<'proof'> = {
  en: en.proof,
  es: es.proof,
  fr: fr.proof,
  ru: ru.proof,
  hi: hi.proof,
  de: de.proof,
};
