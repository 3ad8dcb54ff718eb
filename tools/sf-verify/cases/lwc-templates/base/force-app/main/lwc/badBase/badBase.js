import SampleBase from './sampleBase';

export default class BadBase extends SampleBase {}
