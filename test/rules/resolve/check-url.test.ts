import { checkUrl } from '../../../src/rules/resolve/check-url.ts';

const HOSTS = ['crm.example.com', '*.shop.example.com'];

describe('the URL policy', () => {
  it.each([
    ['/lightning/page/home'],
    ['/apex/Plan?id=1#x'],
    ['https://crm.example.com/a?b=c'],
    ['https://eu.shop.example.com/'],
    ['https://a.b.shop.example.com/'],
  ])('lets %s pass unchanged', (url) => {
    expect(checkUrl(url, HOSTS)).toEqual({ ok: true, url });
  });

  it('writes scheme and host in lower case', () => {
    expect(checkUrl('HTTPS://CRM.example.com', HOSTS)).toEqual({ ok: true, url: 'https://crm.example.com/' });
  });

  it.each([
    ['', 'The URL is empty'],
    ['//crm.example.com/', 'The URL names a host without https'],
    ['/\\crm.example.com', 'The URL holds spaces, backslashes or invisible characters'],
    ['java\tscript:alert(1)', 'The URL holds spaces, backslashes or invisible characters'],
    ['https://crm.example.com/\u202eabc', 'The URL holds spaces, backslashes or invisible characters'],
    ['javascript:alert(1)', 'The URL begins with javascript: but only https is allowed'],
    ['JavaScript:alert(1)', 'The URL begins with javascript: but only https is allowed'],
    ['data:text/html,x', 'The URL begins with data: but only https is allowed'],
    ['vbscript:x', 'The URL begins with vbscript: but only https is allowed'],
    ['blob:https://crm.example.com/1', 'The URL begins with blob: but only https is allowed'],
    ['http://crm.example.com/', 'The URL begins with http: but only https is allowed'],
    ['crm.example.com/x', 'The URL begins neither with https:// nor with /'],
    ['https://', 'The URL cannot be read'],
    ['https://user@crm.example.com/', 'The URL holds a user name or a password'],
    ['https://user:pw@crm.example.com/', 'The URL holds a user name or a password'],
    ['https://crm.example.com@evil.example/', 'The URL holds a user name or a password'],
    ['https://evil.example/', 'The host evil.example is not among the allowed hosts of the setting'],
    [
      'https://crm.example.com.evil.example/',
      'The host crm.example.com.evil.example is not among the allowed hosts of the setting',
    ],
    [
      'https://crm.example.com:8443/',
      'The host crm.example.com:8443 is not among the allowed hosts of the setting',
    ],
    ['https://shop.example.com/', 'The host shop.example.com is not among the allowed hosts of the setting'],
    [
      'https://xshop.example.com/',
      'The host xshop.example.com is not among the allowed hosts of the setting',
    ],
  ])('refuses %j', (url, reason) => {
    expect(checkUrl(url, HOSTS)).toEqual({ ok: false, reason });
  });
});
