/** `npm test`: everything that needs nothing but Node and npm. */
import { closingLine, runAllTests } from './lib/test-steps.ts';

const { steps, counts } = await runAllTests();
console.log(`\n${closingLine(counts)}`);
process.exit(counts.failed === 0 && counts.passed > 0 && steps.every((item) => item.code === 0) ? 0 : 1);
