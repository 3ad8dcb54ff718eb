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
    ['/secur/logout.jsp', 'The path leads to a page that signs people in or out'],
    ['/SECUR/frontdoor.jsp?sid=1', 'The path leads to a page that signs people in or out'],
    ['/%73ecur/logout.jsp', 'The path leads to a page that signs people in or out'],
    ['/servlet/servlet.su', 'The path leads to a page that signs people in or out'],
    ['/services/auth/logout', 'The path leads to a page that signs people in or out'],
    ['/lightning/../secur/logout.jsp', 'The path holds . or .. as a part'],
    ['/lightning/%2e%2E/secur/logout.jsp', 'The path holds . or .. as a part'],
    ['/lightning/..', 'The path holds . or .. as a part'],
    ['/lightning/%2e%2e%2fsecur', 'The path holds an encoded slash'],
    ['/.//evil.example', 'The path holds an empty part, //'],
    ['/lightning//evil.example', 'The path holds an empty part, //'],
  ])('refuses %j, a path of the org that leads elsewhere', (url, reason) => {
    expect(checkUrl(url, HOSTS)).toEqual({ ok: false, reason });
  });

  it('lets dots pass that are no part of their own, and parts after the question mark', () => {
    const url = '/lightning/r/a.b/..c/view?x=../y//z#//';
    expect(checkUrl(url, HOSTS)).toEqual({ ok: true, url });
  });

  it('lets a value of the call lead to Lightning pages only', () => {
    expect(checkUrl('/apex/Plan', HOSTS, { fromValue: true })).toEqual({
      ok: false,
      reason: 'A path that comes from a value of the call must begin with /lightning/',
    });
    expect(checkUrl('/lightning/page/home', HOSTS, { fromValue: true })).toEqual({
      ok: true,
      url: '/lightning/page/home',
    });
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
