import { afterEach, describe, expect, it, vi } from 'vitest';
import { address, ApiError, get, post } from './client.ts';

afterEach(() => vi.unstubAllGlobals());

function answer(response: Response | Error) {
  const sent = vi.fn(() => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)));
  vi.stubGlobal('fetch', sent);
  vi.stubGlobal('document', { cookie: 'a=1; XSRF-TOKEN=to%2Fken' });
  return sent;
}

describe('WEB-11 errors keep the server’s code', () => {
  it('reads problem+json', async () => {
    answer(new Response('{"code":"locked-out","detail":"x"}', { status: 429, headers: { 'content-type': 'application/problem+json' } }));
    await expect(get('/api/x')).rejects.toMatchObject({ status: 429, code: 'locked-out', detail: 'x' });
  });

  it('names the status where a proxy answered instead', async () => {
    answer(new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }));
    await expect(get('/api/x')).rejects.toMatchObject({ status: 502, code: 'http-502' });
  });

  it('tells silence from refusal', async () => {
    answer(new TypeError('failed to fetch'));
    await expect(get('/api/x')).rejects.toEqual(new ApiError(0, 'network', null));
  });
});

describe('WEB-12 requests', () => {
  it('carry the antiforgery token where they change something', async () => {
    const sent = answer(new Response(null, { status: 204 }));
    await post('/api/x', { a: 1 });
    expect(sent).toHaveBeenCalledWith('/api/x', expect.objectContaining({ method: 'POST', headers: expect.objectContaining({ 'x-xsrf-token': 'to/ken' }) }));
  });

  it('leave out of the address what is not asked', () => {
    expect(address('/api/messages', { system: 'CBS', outcome: undefined, q: '', limit: 50 })).toBe('/api/messages?system=CBS&limit=50');
  });
});
