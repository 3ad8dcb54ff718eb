import { h, objectIcon } from './dom.ts';
import { OBJECTS } from './objects.ts';
import { objectPage } from './page-reference.ts';
import type { PageReference } from './page-reference.ts';

/** A button with a menu of all objects under it; choosing one closes the menu, as leaving the button does. */
export function withObjectMenu(trigger: HTMLElement, choose: (page: PageReference) => void): HTMLElement {
  const menu = h(
    'div',
    { class: 'slds-dropdown slds-dropdown_left wb-object-menu', hidden: true },
    h(
      'ul',
      { class: 'slds-dropdown__list', role: 'menu' },
      ...OBJECTS.map((object) =>
        h(
          'li',
          { class: 'slds-dropdown__item', role: 'presentation' },
          h(
            'a',
            {
              href: '#',
              role: 'menuitem',
              onclick: (event) => {
                event.preventDefault();
                show(false);
                choose(objectPage(object.apiName));
              },
            },
            h(
              'span',
              { class: 'slds-truncate' },
              objectIcon(object.icon, 'x-small'),
              h('span', { class: 'slds-m-left_x-small' }, object.plural),
            ),
          ),
        ),
      ),
    ),
  );
  const show = (open: boolean): void => {
    menu.hidden = !open;
    trigger.setAttribute('aria-expanded', String(open));
  };
  const holder = h('div', { class: 'wb-menu-holder' }, trigger, menu);
  trigger.setAttribute('aria-haspopup', 'menu');
  trigger.setAttribute('aria-expanded', 'false');
  trigger.addEventListener('click', () => show(menu.hidden));
  holder.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(false);
  });
  holder.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !holder.contains(event.relatedTarget)) show(false);
  });
  return holder;
}
