import * as z from 'zod/mini';
import type { RecordMatch } from './apex-contract.ts';

/** Of a match that was stored or came from another tab. */
export const recordMatchSchema: z.ZodMiniType<RecordMatch> = z.object({
  recordId: z.string(),
  objectApiName: z.string(),
  name: z.string(),
  detail: z.nullable(z.string()),
  rank: z.number(),
});
