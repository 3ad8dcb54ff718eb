import type { LookUpStrategyConfig, ScreenPopAction } from '../../model/action.ts';
import type { ActionRequest } from '../../model/action-request.ts';
import type { OpenRequest, OpenTarget } from '../../model/action-runner.ts';
import type { LookUpStrategy } from '../../model/apex-contract.ts';
import type { Template } from '../merge/ast.ts';
import { cutText } from '../merge/cut-text.ts';
import { normalizePhone } from '../phone.ts';
import type { PhoneResult } from '../phone.ts';
import type { Resolver } from './resolver.ts';

const MATCH_LIMIT = 20;
const LONGEST_VALUE = 255;
const LONGEST_TERM = 100;
/** As long as the agent is asked where a rule says nothing else. */
const ASK_MS = 600_000;

/** Is it the caller's number and nothing else? Then it is read as a number, and what is wrong with it can be said. */
function isCallersNumber([part, ...others]: Template): boolean {
  if (part === undefined || typeof part === 'string' || part.kind !== 'field') return false;
  return others.length === 0 && part.path.join('.') === 'call.phoneNumber';
}

function resolveNumber(what: string, template: string, resolver: Resolver): PhoneResult {
  const raw = isCallersNumber(resolver.template(what, template))
    ? resolver.scope.call.phoneNumber
    : resolver.text(what, template);
  return normalizePhone(raw, resolver.options.defaultCountry);
}

function resolveStrategy(
  strategy: LookUpStrategyConfig,
  index: number,
  resolver: Resolver,
): LookUpStrategy | null {
  const what = `strategy ${index + 1}`;
  switch (strategy.by) {
    case 'record-id': {
      const recordId = resolver.recordId(what, strategy.value);
      if (recordId === null) return null;
      const { objects } = strategy;
      return { by: 'record-id', recordId, ...(objects === undefined ? {} : { objects }) };
    }
    case 'field': {
      const value = resolver.text(what, strategy.value);
      if (value.length > LONGEST_VALUE) {
        resolver.notes.push(
          `${what}: no search, the value has ${value.length} characters and a field that can be searched ${LONGEST_VALUE} at most`,
        );
        return null;
      }
      return value === '' ? null : { by: 'field', object: strategy.object, field: strategy.field, value };
    }
    case 'phone': {
      const number = resolveNumber(what, strategy.number, resolver);
      if (!number.ok) {
        resolver.notes.push(`${what}: no search by telephone number, ${number.reason}`);
        return null;
      }
      const { e164, national, nationalDigits, variants } = number.value;
      return { by: 'phone', objects: strategy.objects, number: e164 ?? national, nationalDigits, variants };
    }
  }
}

/** Empty, with a note, when there is nothing to search for. */
function searchTerm(resolver: Resolver, what: string, template: string): string {
  if (!isCallersNumber(resolver.template(what, template))) return resolver.text(what, template);
  const number = resolveNumber(what, template, resolver);
  if (number.ok) return number.value.e164 ?? number.value.national;
  resolver.notes.push(`${what}: no search page, ${number.reason}`);
  return '';
}

function searchPage(resolver: Resolver, what: string, template: string): OpenRequest | null {
  const term = cutText(searchTerm(resolver, what, template), LONGEST_TERM);
  if (term === '') return null;
  return { target: { kind: 'search', term }, where: 'tab', parentRecordId: null, label: null };
}

function whenNone(action: ScreenPopAction, resolver: Resolver): OpenRequest | null {
  const { none } = action;
  if (none.do === 'nothing') return null;
  if (none.do === 'search') return searchPage(resolver, 'none.term', none.term);
  const target: OpenTarget = {
    kind: 'new-record',
    object: none.object,
    defaults: resolver.texts('none.defaults', none.defaults),
  };
  return { target, where: 'tab', parentRecordId: null, label: null };
}

type Many = Extract<ActionRequest, { kind: 'look-up' }>['many'];

function whenMany(action: ScreenPopAction, resolver: Resolver): Many {
  const { many } = action;
  if (many.do === 'best') return { do: 'best' };
  if (many.do === 'ask') return { do: 'ask', timeoutMs: many.timeoutSeconds * 1000 };
  const request = searchPage(resolver, 'many.term', many.term);
  if (request !== null) return { do: 'search', request };
  resolver.notes.push(
    'many: there is nothing to search for; if several records are found, the agent is asked',
  );
  return { do: 'ask', timeoutMs: ASK_MS };
}

/** The look-up of a screen pop, and what to do with no, one or many matches. */
export function resolveLookUp(action: ScreenPopAction, resolver: Resolver): ActionRequest {
  const strategies = action.strategies.flatMap(
    (strategy, index) => resolveStrategy(strategy, index, resolver) ?? [],
  );
  const { where, parent } = action.open;
  return {
    kind: 'look-up',
    request: strategies.length === 0 ? null : { strategies, limit: MATCH_LIMIT },
    open: {
      where,
      parentRecordId: parent === undefined ? null : resolver.recordId('open.parent', parent),
    },
    none: whenNone(action, resolver),
    many: whenMany(action, resolver),
    notes: resolver.notes,
  };
}
