/** An error as the server describes it (problem+json, RFC 9457), or the lack of any answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** 0 where no answer came at all. */
    readonly status: number,
    /** The server's code; 'network' where no answer came. */
    readonly code: string,
    readonly detail: string | null,
    /** What else the server says beside the standard members, such as the row as it is now. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${code}`);
  }
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A path of the API, each part written so that it stays one part. */
export function pathOf(...parts: readonly string[]): string {
  return `/api/${parts.map(encodeURIComponent).join('/')}`;
}

export function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return request<T>('GET', address(path, query), undefined, signal);
}

/** Some reads carry a filter too large for an address; they take a signal as GET does. */
export function post<T>(path: string, body: unknown = {}, signal?: AbortSignal): Promise<T> {
  return request<T>('POST', path, body, signal);
}

export function put<T>(path: string, body: unknown): Promise<T> {
  return request<T>('PUT', path, body);
}

export function patch<T>(path: string, body: unknown): Promise<T> {
  return request<T>('PATCH', path, body);
}

export function remove<T = void>(path: string): Promise<T> {
  return request<T>('DELETE', path);
}

/** Sends a form with files; fetch does not tell how far it is. */
export function upload<T>(path: string, form: FormData, onProgress: (part: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-xsrf-token', cookie('XSRF-TOKEN'));
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total);
    request.onerror = () => reject(new ApiError(0, 'network', null));
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as T);
      else void problemOf(new Response(request.responseText, { status: request.status, headers: { 'content-type': request.getResponseHeader('content-type') ?? '' } })).then(reject, reject);
    };
    request.send(form);
  });
}

type StepUp = () => Promise<boolean>;
let stepUp: StepUp | null = null;

/** Who asks for the password again when the server wants that: true where it was given, and then the call is repeated once. */
export function answerStepUpWith(ask: StepUp | null): void {
  stepUp = ask;
}

async function request<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  try {
    return await once<T>(method, url, body, signal);
  } catch (error) {
    const wanted = error instanceof ApiError && error.status === 403 && error.code === 'step-up-required';
    if (!wanted || stepUp === null || !(await stepUp())) throw error;
    return once<T>(method, url, body, signal);
  }
}

async function once<T>(method: string, url: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['x-xsrf-token'] = cookie('XSRF-TOKEN');
  if (body !== undefined) headers['content-type'] = body instanceof Blob ? 'application/octet-stream' : typeof body === 'string' ? 'text/csv' : 'application/json';
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiError(0, 'network', null);
  }
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function problemOf(response: Response): Promise<ApiError> {
  let code: string | undefined;
  let detail: string | null = null;
  let facts: Record<string, unknown> = {};
  if (response.headers.get('content-type')?.includes('json') === true) {
    const { code: named, detail: said, type: _type, title: _title, status: _status, ...rest } = (await response.json()) as Record<string, unknown>;
    if (typeof named === 'string') code = named;
    if (typeof said === 'string') detail = said;
    facts = rest;
  }
  return new ApiError(response.status, code ?? `http-${response.status}`, detail, facts);
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? '' : decodeURIComponent(found.slice(name.length + 1));
}
