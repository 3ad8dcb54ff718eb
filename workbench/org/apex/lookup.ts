import type { LookUpResponse } from '../../../src/model/apex-contract.ts';
import type { ApexMethod } from './apex-context.ts';
import { lookUpRequestSchema, parseRequest } from './parse-request.ts';
import { runStrategy } from './strategies.ts';
import type { LookUpScope } from './strategies.ts';

/** Twin of `PacelineLookupController.search`. */
export const searchRecords: ApexMethod = (context, params) => {
  const request = parseRequest(lookUpRequestSchema, params);
  const skipped: { what: string; reason: string }[] = [];
  const scope: LookUpScope = {
    context,
    access: { userId: context.userId, mode: 'user' },
    skip: (what, reason) => skipped.push({ what, reason }),
  };
  for (const [strategyIndex, strategy] of request.strategies.entries()) {
    const found = runStrategy(scope, strategy);
    if (found.length > 0) {
      const answer: LookUpResponse = {
        matches: found.slice(0, request.limit),
        truncated: found.length > request.limit,
        strategyIndex,
        skipped,
      };
      return answer;
    }
  }
  const nothing: LookUpResponse = { matches: [], truncated: false, strategyIndex: null, skipped };
  return nothing;
};
