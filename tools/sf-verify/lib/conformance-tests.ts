/**
 * Classes that are generated from the conformance cases of the Apex runtime. They try what the platform
 * refuses, without an access mode too; what stands in them is judged where the cases are.
 */
export const isConformanceTest = (file: string): boolean => /\/PacelineConformance\w+Test\.cls$/.test(file);
