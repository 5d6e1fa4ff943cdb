/** Signing in to the mock: the demo's users, one of them with a one-time password and one with a second factor. */
import { problem, send } from './http.mjs';
import { roles, users } from './units.mjs';

export const sessions = new Map();

const clearest = ['hidden', 'masked', 'clear'];

export function stateOf(user) {
  const held = user.posts.map((post) => roles.find((role) => role.id === post.role)).filter((role) => role !== undefined);
  const best = (name) => clearest[Math.max(...held.map((role) => clearest.indexOf(role.fields[name])))];
  return {
    userName: user.userName,
    name: user.name,
    demo: true,
    language: user.language ?? null,
    theme: user.theme ?? null,
    permissions: [...new Set(held.flatMap((role) => Object.keys(role.grants)))],
    fields: { C1: best('C1'), C2: best('C2'), C3: best('C3') },
    posts: user.posts.map((post) => ({ role: post.role, roleName: roles.find((role) => role.id === post.role).name, unit: post.unit, unitName: post.unitName })),
    passwordChange: user.passwordChange === true,
    totp: user.totp === true,
    steppedUpUntil: null,
    unread: 3,
    watermark: `${user.name} ${user.posts[0].unit}`,
  };
}

export function session(method, cookie, body, response) {
  if (method === 'POST') return signIn(body, response);
  if (method === 'DELETE') {
    sessions.delete(cookie);
    return send(response, null);
  }
  const who = sessions.get(cookie);
  return send(response, who === undefined ? problem(401, 'sign-in-required', { demo: true }) : stateOf(who.user));
}

function signIn({ userName, password, code }, response) {
  const user = users.find((each) => each.userName === userName);
  if (user === undefined || password !== (user.password ?? 'demo')) return send(response, problem(401, 'sign-in-failed'));
  if (user.totp && code === undefined) return send(response, problem(401, 'totp-required'));
  if (user.totp && !['123456', 'ABCD-EFGH'].includes(code)) return send(response, problem(401, 'totp-wrong'));
  const token = Math.random().toString(36).slice(2);
  sessions.set(token, { user, permissions: stateOf(user).permissions, steppedUp: false });
  response.setHeader('set-cookie', `session=${token}; Path=/; HttpOnly; SameSite=Strict`);
  return send(response, null);
}
