import { registerTemplate } from 'lwc';

// Stands in for the fetch module of lightning-primitive-icon: instead of compiling thousands of icon templates, each
// icon is drawn from the Lightning Design System's sprite when it is first asked for.
const templates = new Map();

function createTemplate(category, name) {
  const template = ($api, $cmp) => [
    $api.h(
      'svg',
      {
        className: $cmp.computedClass,
        attrs: { focusable: 'false', 'aria-hidden': 'true', 'data-key': name },
        svg: true,
        key: 0,
      },
      [
        $api.h(
          'use',
          { attrs: { href: `/assets/icons/${category}-sprite/svg/symbols.svg#${name}` }, svg: true, key: 1 },
          [],
        ),
      ],
    ),
  ];
  template.stylesheets = [];
  return registerTemplate(template);
}

export function getIconLibrary(dir, category) {
  return new Proxy(
    {},
    {
      get(_target, key) {
        if (typeof key !== 'string') return undefined;
        const id = `${category}:${key}`;
        if (!templates.has(id)) templates.set(id, createTemplate(category, key.slice(category.length + 1)));
        return templates.get(id);
      },
    },
  );
}

export function hasIconLibrary(dir, category) {
  return ['utility', 'action', 'standard', 'doctype', 'custom'].includes(category);
}

export async function fetchIconLibrary(dir, category) {
  return getIconLibrary(dir, category);
}
