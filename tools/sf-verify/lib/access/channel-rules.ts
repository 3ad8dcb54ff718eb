import { childOf, childrenOf, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';

/** Source: Metadata API Developer Guide, LightningMessageChannel. */
export const checkChannel: XmlCheck = ({ root, report }) => {
  for (const field of childrenOf(root, 'lightningMessageFields')) {
    const name = childOf(field, 'fieldName');
    const text = name?.text.trim() ?? '';
    if (!/^[A-Za-z]\w*$/.test(text)) report(name ?? field, `<fieldName> "${text}" is not a name`);
  }
};

/** Source: Metadata API Developer Guide, CspTrustedSite. */
export const checkTrustedSite: XmlCheck = ({ root, report }) => {
  const url = childOf(root, 'endpointUrl');
  const text = url?.text.trim() ?? '';
  if (!/^(https|wss):\/\/(\*\.)?[\w-]+(\.[\w-]+)+(:\d+)?$/.test(text)) {
    report(url ?? root, `<endpointUrl> ${text} must be https:// and a host, without a path`);
  }
  const directives = root.children.filter(({ name }) => name.startsWith('isApplicableTo'));
  if (textOf(root, 'isActive') === 'true' && !directives.some((element) => element.text.trim() === 'true')) {
    report(root, 'the trusted site is active and trusted for nothing: set one of <isApplicableTo...Src>');
  }
};

/** Source: Metadata API Developer Guide, StaticResource. */
export const checkStaticResource: XmlCheck = ({ root, report }) => {
  const type = childOf(root, 'contentType');
  if (type !== undefined && !/^[a-z]+\/[\w.+-]+$/.test(type.text.trim())) {
    report(type, `<contentType> ${type.text.trim()} is no MIME type`);
  }
};
