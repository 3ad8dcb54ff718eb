import { watchAttention } from 'c/pacelinePlatform';
import type { Clock } from 'c/pacelineCore';

let now = 0;
const clock: Clock = { now: () => now, setTimer: () => () => undefined };

function watch() {
  const on = { focused: jest.fn(), typed: jest.fn() };
  return { on, attention: watchAttention(clock, on) };
}

function type(): void {
  document.body.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

beforeEach(() => {
  now = 1000;
  window.history.replaceState(null, '', '/page-one');
});

describe('watchAttention', () => {
  it('counts the agent as typing for three seconds after input anywhere on the page', () => {
    const { on, attention } = watch();
    expect(attention.isTyping()).toBe(false);
    type();
    expect(on.typed).toHaveBeenCalledTimes(1);
    now += 2999;
    expect(attention.isTyping()).toBe(true);
    now += 1;
    expect(attention.isTyping()).toBe(false);
    attention.stop();
  });

  it('takes a page for dirty from the first input on, until the address changes', () => {
    const { attention } = watch();
    expect(attention.mayBeDirty()).toBe(false);
    type();
    now += 60_000;
    expect(attention.mayBeDirty()).toBe(true);
    window.history.replaceState(null, '', '/page-two');
    expect(attention.mayBeDirty()).toBe(false);
    attention.stop();
  });

  it('takes a page for clean when Lightning shows another one at the same address', () => {
    const { attention } = watch();
    type();
    attention.notePage();
    expect(attention.mayBeDirty()).toBe(false);
    expect(attention.isTyping()).toBe(true);
    attention.stop();
  });

  it('lets a click of the agent speak for five seconds', () => {
    const { attention } = watch();
    expect(attention.hasAsked()).toBe(false);
    attention.noteAsked();
    now += 4999;
    expect(attention.hasAsked()).toBe(true);
    now += 1;
    expect(attention.hasAsked()).toBe(false);
    attention.stop();
  });

  it('tells when the tab is looked at: now, on focus, and when it comes to sight with the focus', () => {
    const hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    const { on, attention } = watch();
    expect(on.focused).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event('focus'));
    expect(on.focused).toHaveBeenCalledTimes(2);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(on.focused).toHaveBeenCalledTimes(3);
    hasFocus.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(on.focused).toHaveBeenCalledTimes(3);
    attention.stop();
    hasFocus.mockRestore();
  });

  it('hears nothing once it was stopped', () => {
    const { on, attention } = watch();
    attention.stop();
    type();
    window.dispatchEvent(new Event('focus'));
    expect(on.focused).not.toHaveBeenCalled();
    expect(on.typed).not.toHaveBeenCalled();
  });
});
