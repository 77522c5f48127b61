import { describe, expect, it } from 'vitest';
import { pagePolicy, securityHeaders } from './contentSecurity';

const policyOf = (file: string) => securityHeaders(file)['Content-Security-Policy'];

describe('the content security policy', () => {
  it('lets the page run its own scripts alone, and evaluate nothing', () => {
    expect(policyOf('index.html')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('lets the worker of asl-validator evaluate code, and cuts it off from everything else', () => {
    const policy = policyOf('assets/secondOpinion-B1x_9.js');
    expect(policy).toContain("script-src 'self' 'unsafe-eval';");
    expect(policy).toContain("connect-src 'none';");
    expect(policy).toContain("worker-src 'none';");
  });

  it.each([
    'index.html',
    'assets/index.js',
    'assets/notsecondOpinion.js',
    'secondOpinion/index.js',
    'secondOpinion.html',
  ])('makes no exception for %s', (file) => {
    expect(policyOf(file)).toBe(policyOf('index.html'));
  });

  it('is the same in the page itself, but for what browsers take from the header alone', () => {
    expect(`${pagePolicy()}; frame-ancestors 'none'`).toBe(policyOf('index.html'));
  });
});
