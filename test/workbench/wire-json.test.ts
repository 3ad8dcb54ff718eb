import { decodeWire, encodeWire } from '../../workbench/shared/wire-json.ts';

describe('messages between the CCP frame and the server', () => {
  it('keep their Dates, wherever they stand', () => {
    const message = {
      event: 'agent::update',
      data: { at: new Date(5), contacts: [{ since: new Date(7), note: '1970' }, null] },
    };
    expect(decodeWire(encodeWire(message))).toEqual(message);
    expect(decodeWire(encodeWire(new Date(9)))).toEqual(new Date(9));
  });
});
