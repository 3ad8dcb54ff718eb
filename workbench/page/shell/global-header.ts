import { h, icon, objectIcon } from './dom.ts';
import type { ObjectDisplay } from './objects.ts';

/** A record that the search found. */
export interface SearchHit {
  readonly recordId: string;
  readonly name: string;
  readonly detail: string;
  readonly object: ObjectDisplay;
}

/** A sign of Lightning's header that does nothing here. */
function decoration(symbol: string): HTMLElement {
  return h(
    'li',
    { class: 'slds-global-actions__item wb-decoration', 'aria-hidden': 'true' },
    icon(symbol, 'slds-icon slds-icon_x-small slds-icon-text-default'),
  );
}

function mark(): HTMLElement {
  return h('div', { class: 'wb-mark', 'aria-hidden': 'true' }, h('span'), h('span'), h('span'));
}

/** The bar at the top: mark, search over the org's people, and the user's initials. */
export function createGlobalHeader(options: {
  readonly userName: string;
  search(text: string): Promise<readonly SearchHit[]>;
  open(hit: SearchHit): void;
}): HTMLElement {
  const results = h('ul', {
    class: 'slds-listbox slds-listbox_vertical wb-search-results',
    role: 'listbox',
    hidden: true,
  });
  const input = h('input', {
    type: 'search',
    class: 'slds-input',
    placeholder: 'Search contacts, leads, accounts ...',
    'aria-label': 'Search',
  }) as HTMLInputElement;
  const hide = (): void => {
    results.hidden = true;
  };
  const showHits = (hits: readonly SearchHit[]): void => {
    results.replaceChildren(
      ...hits.map((hit) =>
        h(
          'li',
          { class: 'slds-listbox__item' },
          h(
            'button',
            {
              type: 'button',
              class: 'slds-button_reset slds-media slds-media_center slds-p-around_x-small wb-search-hit',
              onmousedown: (event) => event.preventDefault(),
              onclick: () => {
                hide();
                options.open(hit);
              },
            },
            h('span', { class: 'slds-media__figure' }, objectIcon(hit.object.icon)),
            h(
              'span',
              { class: 'slds-media__body' },
              h('strong', {}, hit.name),
              h('span', { class: 'slds-text-color_weak slds-m-left_x-small' }, hit.detail),
            ),
          ),
        ),
      ),
    );
    results.hidden = hits.length === 0;
  };
  input.addEventListener('input', () => {
    const text = input.value.trim();
    if (text.length < 2) hide();
    else void options.search(text).then((hits) => (input.value.trim() === text ? showHits(hits) : undefined));
  });
  input.addEventListener('blur', () => hide());
  const initials = options.userName
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2);
  return h(
    'header',
    { class: 'slds-global-header_container wb-header' },
    h(
      'div',
      { class: 'slds-global-header slds-grid slds-grid_align-spread' },
      h('div', { class: 'slds-global-header__item' }, mark()),
      h(
        'div',
        { class: 'slds-global-header__item slds-global-header__item_search' },
        h(
          'div',
          { class: 'slds-form-element__control slds-input-has-icon slds-input-has-icon_left wb-search' },
          icon('utility:search', 'slds-icon slds-input__icon slds-input__icon_left slds-icon-text-default'),
          input,
          results,
        ),
      ),
      h(
        'div',
        { class: 'slds-global-header__item' },
        h(
          'ul',
          { class: 'slds-global-actions' },
          decoration('utility:help'),
          decoration('utility:setup'),
          decoration('utility:notification'),
          h(
            'li',
            { class: 'slds-global-actions__item' },
            h(
              'abbr',
              {
                class: 'slds-avatar slds-avatar_circle slds-avatar__initials wb-avatar',
                title: options.userName,
              },
              initials,
            ),
          ),
        ),
      ),
    ),
  );
}
