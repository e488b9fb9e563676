import type { APIResponse } from '@playwright/test';
import type { Api } from '../support/Api';

/** One request about something that is named in it. */
export interface Question {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  text: string;
}

/** Sends a question; its own words are taken out of the answer, so that two can be compared. */
export async function ask(
  api: Api,
  question: Question,
  ownWords: string[],
): Promise<Answer> {
  const response = await send(api, question);
  const text = withoutStack(await response.text());
  return {
    status: response.status(),
    text: ownWords.reduce((rest, word) => rest.split(word).join('…'), text),
  };
}

function send(api: Api, question: Question): Promise<APIResponse> {
  const { method, path, body, headers } = question;
  switch (method) {
    case 'GET':
      return api.get(path);
    case 'POST':
      return api.post(path, body, headers);
    case 'PUT':
      return api.put(path, body);
    default:
      return api.delete(path);
  }
}

/** Where an error arose is only told in development; what is compared is what it says. */
function withoutStack(text: string): string {
  try {
    const body = JSON.parse(text);
    delete body?.error?.stack;
    return JSON.stringify(body);
  } catch {
    return text;
  }
}
