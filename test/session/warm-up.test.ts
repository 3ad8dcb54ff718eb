import { createLab } from '../support/softphone-lab.ts';

test('the warm-up leaves no trace: no request, no card, no event, nothing stored', async () => {
  const lab = createLab();
  const events: string[] = [];
  const tab = await lab.open(undefined, (softphone) =>
    softphone.subscribeEvents(({ tuple }) => events.push(tuple)),
  );
  const stored = [...lab.browser.items.values()];
  await lab.clock.advance(10_000);
  expect([events, lab.org.calls, tab.softphone.view().cards]).toEqual([[], [], []]);
  expect([...lab.browser.items.values()]).toEqual(stored);
  expect(tab.softphone.exportTrace()).toBe('[]');
});
